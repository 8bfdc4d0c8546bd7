using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Providers;

/// <summary>Which provider a resource or a call gets.</summary>
public sealed class ProviderTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task AProviderIsItsUrnTwoColonsAndItsIdAndNoneIsEmpty(bool preview) =>
        Assert.Equal(
            ["p: ", "with: test p", "without: "],
            await Of(
                () =>
                {
                    _ = new Thing("with", null, new() { Provider = new PackageProvider("test", "p") });
                    _ = new Thing("without");
                },
                preview
            )
        );

    [Theory]
    [InlineData(null, false)]
    [InlineData(null, true)]
    [InlineData("", false)]
    [InlineData("", true)]
    public async Task AProviderWithoutAnIdShowsTheMarkerOfUnknownValues(string? id, bool preview)
    {
        var mocks = new Mocks { Answer = args => Task.FromResult((id, (object)args.Inputs)) };
        await mocks.Run(() => _ = new Thing("thing", null, new() { Provider = new PackageProvider("test", "p") }), preview);

        Assert.Equal(
            "urn:pulumi:dev::proj::pulumi:pulumi:Stack$pulumi:providers:test::p::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            mocks["thing"].Provider
        );
    }

    [Fact]
    public async Task ProviderAndProvidersOfAComponentReachAllBelowItAndNotItself()
    {
        string[] expected = ["p: ", "box: ", "child: test p", "crate: ", "grandchild: test p"];
        Assert.Equal(expected, await Of(() => Family(new() { Provider = new PackageProvider("test", "p") })));
        Assert.Equal(expected, await Of(() => Family(new() { Providers = { new PackageProvider("test", "p") } })));

        static void Family(ComponentResourceOptions options) =>
            _ = new Box(
                "box",
                options,
                box =>
                {
                    _ = new Thing("child", null, new() { Parent = box });
                    _ = new Crate(
                        "crate",
                        null,
                        new() { Parent = box },
                        crate => _ = new Thing("grandchild", null, new() { Parent = crate })
                    );
                }
            );
    }

    [Fact]
    public async Task ProvidersAreHandedDownByPackage()
    {
        Assert.Equal(
            ["p: ", "box: ", "same: test p", "other: "],
            await Of(() => _ = new Box("box", new() { Provider = new PackageProvider("test", "p") }, Children))
        );
        Assert.Equal(
            ["p: ", "q: ", "box: ", "same: test p", "other: other q"],
            await Of(() =>
                _ = new Box("box", new() { Providers = { new PackageProvider("test", "p"), new PackageProvider("other", "q") } }, Children)
            )
        );

        static void Children(Box box)
        {
            _ = new Thing("same", null, new() { Parent = box });
            _ = new Thing("other", null, new() { Parent = box }, "other:index:Thing");
        }
    }

    [Fact]
    public async Task ACustomResourceKeepsAProviderOfAnotherPackageThatItIsGiven() =>
        Assert.Equal(
            ["q: ", "thing: other q"],
            await Of(() => _ = new Thing("thing", null, new() { Provider = new PackageProvider("other", "q") }))
        );

    [Fact]
    public async Task TheNearestProviderOfThePackageWins() =>
        Assert.Equal(
            [
                "outer: ",
                "inner: ",
                "box: ",
                "own: test inner",
                "inherits: test outer",
                "by-providers: ",
                "below: test inner",
                "by-provider: ",
                "below-too: test inner",
            ],
            await Of(() =>
            {
                var outer = new PackageProvider("test", "outer");
                var inner = new PackageProvider("test", "inner");
                _ = new Box(
                    "box",
                    new() { Provider = outer },
                    box =>
                    {
                        _ = new Thing("own", null, new() { Parent = box, Provider = inner });
                        _ = new Thing("inherits", null, new() { Parent = box });
                        _ = new Box(
                            "by-providers",
                            new() { Parent = box, Providers = { inner } },
                            below => _ = new Thing("below", null, new() { Parent = below })
                        );
                        _ = new Box(
                            "by-provider",
                            new() { Parent = box, Provider = inner },
                            below => _ = new Thing("below-too", null, new() { Parent = below })
                        );
                    }
                );
            })
        );

    [Fact]
    public async Task AComponentBelowMayAddAPackage() =>
        Assert.Equal(
            ["p: ", "box: ", "q: ", "crate: ", "thing: test p", "other: other q"],
            await Of(() =>
                _ = new Box(
                    "box",
                    new() { Provider = new PackageProvider("test", "p") },
                    box =>
                        _ = new Crate(
                            "crate",
                            null,
                            new() { Parent = box, Provider = new PackageProvider("other", "q") },
                            crate =>
                            {
                                _ = new Thing("thing", null, new() { Parent = crate });
                                _ = new Thing("other", null, new() { Parent = crate }, "other:index:Thing");
                            }
                        )
                )
            )
        );

    [Fact]
    public async Task OfTwoProvidersOfOnePackageTheLastWins() =>
        Assert.Equal(
            ["first: ", "second: ", "box: ", "thing: test second"],
            await Of(() =>
                _ = new Box(
                    "box",
                    new() { Providers = { new PackageProvider("test", "first"), new PackageProvider("test", "second") } },
                    box => _ = new Thing("thing", null, new() { Parent = box })
                )
            )
        );

    [Theory]
    [InlineData("test")]
    [InlineData("other")]
    public async Task ProviderAndProvidersTogetherAreRefusedWhateverTheirPackages(string package) =>
        Assert.Equal(
            "Pulumi.ResourceException: Do not supply both 'provider' and 'providers' options to a ComponentResource.",
            await RunFailure.OfAsync(() =>
                new Mocks().Run(() =>
                    _ = new Box(
                        "box",
                        new() { Provider = new PackageProvider(package, "p"), Providers = { new PackageProvider("test", "q") } }
                    )
                )
            )
        );

    [Fact]
    public async Task AChildOfACustomResourceInheritsTheProviderThatThisWasGiven() =>
        Assert.Equal(
            ["p: ", "parent: test p", "child: test p", "other-child: "],
            await Of(() =>
            {
                var parent = new Thing("parent", null, new() { Provider = new PackageProvider("test", "p") });
                _ = new Thing("child", null, new() { Parent = parent });
                _ = new Thing("other-child", null, new() { Parent = parent }, "other:index:Thing");
            })
        );

    [Fact]
    public async Task AProviderNeitherServesItsOwnChildrenNorTakesOneFromAComponent()
    {
        Assert.Equal(["p: ", "child: "], await Of(() => _ = new Thing("child", null, new() { Parent = new PackageProvider("test", "p") })));
        Assert.Equal(
            ["p: ", "box: ", "q: "],
            await Of(() =>
                _ = new Box(
                    "box",
                    new() { Provider = new PackageProvider("test", "p") },
                    box => _ = new PackageProvider("test", "q", new() { Parent = box })
                )
            )
        );
    }

    [Fact]
    public async Task AProviderTakesTheProviderThatItIsGiven() =>
        Assert.Equal(
            ["p: ", "q: other p"],
            await Of(() => _ = new PackageProvider("test", "q", new() { Provider = new PackageProvider("other", "p") }))
        );

    [Fact]
    public async Task AProviderIsAResourceWithItsSettingsAsInputs()
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new PackageProvider("test", "p", null, new SettingsArgs { Flag = true, Text = "x" }));

        Assert.Equal("pulumi:providers:test", mocks["p"].Type);
        Assert.Equal("{flag: 'true', text: 'x'}", mocks.Inputs("p"));
    }

    [Fact]
    public async Task ACallTakesItsOwnProviderOrThatOfItsParentForThePackage()
    {
        var mocks = new Mocks { AnswerCall = args => Mocks.Map() };
        await mocks.Run(async () =>
        {
            var provider = new PackageProvider("test", "p");
            var box = new Box("box", new() { Provider = provider });
            var other = new Box("other", new() { Provider = new PackageProvider("other", "q") });
            await Deployment.Instance.InvokeAsync<object>("test:index:none", InvokeArgs.Empty);
            await Deployment.Instance.InvokeAsync<object>("test:index:own", InvokeArgs.Empty, new InvokeOptions { Provider = provider });
            await Deployment.Instance.InvokeAsync<object>("test:index:parent", InvokeArgs.Empty, new InvokeOptions { Parent = box });
            await Deployment.Instance.InvokeAsync<object>("test:index:other", InvokeArgs.Empty, new InvokeOptions { Parent = other });
        });

        Assert.Equal(
            ["test:index:none: ", "test:index:own: test p", "test:index:parent: test p", "test:index:other: "],
            mocks.Calls.Select(call => $"{call.Token}: {Short(call.Provider)}")
        );
    }

    [Fact]
    public async Task MergedOptionsHaveTheSecondProviderAndAllOfTheLists() =>
        await new Mocks().Run(() =>
        {
            var (a, b, c) = (new PackageProvider("test", "a"), new PackageProvider("test", "b"), new PackageProvider("other", "c"));

            Assert.Equal("c of []", Merged(new() { Provider = a }, new() { Provider = c }));
            Assert.Equal("b of []", Merged(new() { Provider = a }, new() { Provider = b }));
            Assert.Equal("c of [a]", Merged(new() { Providers = { a } }, new() { Provider = c }));
            Assert.Equal("c of []", Merged(null, new() { Provider = c }));
            Assert.Same(b, CustomResourceOptions.Merge(new() { Provider = a }, new() { Provider = b }).Provider);
            Assert.Same(a, CustomResourceOptions.Merge(new() { Provider = a }, null).Provider);

            static string Merged(ComponentResourceOptions? first, ComponentResourceOptions second)
            {
                var merged = ComponentResourceOptions.Merge(first, second);
                var list = string.Join(", ", merged.Providers.Select(provider => provider.GetResourceName()));
                return $"{merged.Provider?.GetResourceName()} of [{list}]";
            }
        });

    /// <summary>The provider of each resource in the order of the program, as "NAME: PACKAGE PROVIDER".</summary>
    private static async Task<string[]> Of(Action program, bool preview = false)
    {
        var mocks = new Mocks();
        await mocks.Run(program, preview);
        return [.. mocks.Asked.Select(asked => $"{asked.Name}: {Short(asked.Provider)}")];
    }

    private static string Short(string? reference)
    {
        const string Start = "urn:pulumi:dev::proj::pulumi:pulumi:Stack$pulumi:providers:";
        if (reference is "")
        {
            return "";
        }

        Assert.StartsWith(Start, reference, StringComparison.Ordinal);
        var parts = reference![Start.Length..].Split("::");
        Assert.Equal(parts[1] + "-id", parts[2]);
        return $"{parts[0]} {parts[1]}";
    }

    private sealed class SettingsArgs : ResourceArgs
    {
        [Input("flag", json: true)]
        public Input<bool>? Flag { get; set; }

        [Input("text")]
        public Input<string>? Text { get; set; }
    }
}
