using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Stacks;

/// <summary>The forms of a test run, its options and its mocks.</summary>
public sealed class TestRunTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Fact]
    public async Task OptionsNameTheProjectTheStackAndTheOrganization()
    {
        var seen = "";
        await Deployment.TestAsync(
            new Mocks(),
            new TestOptions
            {
                ProjectName = "p",
                StackName = "s",
                OrganizationName = "o",
                IsPreview = false,
                RootDirectory = "root",
            },
            () =>
            {
                seen = Instance();
            }
        );

        Assert.Equal("p s o False root", seen);
    }

    [Fact]
    public async Task WithoutOptionsTheRunIsAPreviewUnderDefaultNamesAndHasNoRootDirectory()
    {
        const string Defaults =
            "project stack organization True The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.";
        var seen = "";
        await Deployment.TestAsync(
            new Mocks(),
            new TestOptions(),
            () =>
            {
                seen = Instance();
            }
        );
        Assert.Equal(Defaults, seen);
        await Deployment.TestAsync(
            new Mocks(),
            null!,
            () =>
            {
                seen += Instance();
            }
        );
        Assert.Equal(Defaults + Defaults, seen);

        var stack = (await Deployment.TestAsync<Looking>(new Mocks())).OfType<Looking>().Single();
        Assert.Equal(Defaults, stack.Seen);
    }

    [Fact]
    public async Task EveryFormOfAProgramGivesItsResourcesAndSomeTheirOutputs()
    {
        Assert.Equal(
            "[<Thing>]",
            Text.Of(
                await Deployment.TestAsync(
                    new Mocks(),
                    Mocks.Named(),
                    () =>
                    {
                        _ = new Thing("thing");
                    }
                )
            )
        );
        Assert.Equal(
            "[<Thing>]",
            Text.Of(
                await Deployment.TestAsync(
                    new Mocks(),
                    Mocks.Named(),
                    async () =>
                    {
                        await Task.Yield();
                        _ = new Thing("thing");
                    }
                )
            )
        );

        var (resources, outputs) = await Deployment.TestAsync(new Mocks(), Mocks.Named(), Outputs);
        Assert.Equal("[<Thing>]", Text.Of(resources));
        Assert.Equal(["list", "none", "plain", "secret", "text", "unknown"], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("'x'", await Text.OfAsync((Output<string>)outputs["text"]!));
        Assert.Equal("secret 's'", await Text.OfAsync((Output<string>)outputs["secret"]!));
        Assert.Equal("unknown", await Text.OfAsync((Output<string>)outputs["unknown"]!));
        Assert.Equal((1, null, "[1, 2]"), (outputs["plain"], outputs["none"], Text.Of(outputs["list"])));

        var (_, later) = await Deployment.TestAsync(
            new Mocks(),
            Mocks.Named(),
            async () =>
            {
                await Task.Yield();
                return (IDictionary<string, object?>)new Dictionary<string, object?> { ["o"] = Output.Create(1) };
            }
        );
        Assert.Equal("1", await Text.OfAsync((Output<int>)later["o"]!));

        static IDictionary<string, object?> Outputs() =>
            new Dictionary<string, object?>
            {
                ["text"] = new Thing("thing", new ThingArgs { Text = "x" }).Text,
                ["plain"] = 1,
                ["none"] = null,
                ["secret"] = Output.CreateSecret("s"),
                ["list"] = new[] { 1, 2 },
                ["unknown"] = OutputUtilities.CreateUnknown("u"),
            };
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task EmptyMocksGiveNoIdAndReturnTheInputsAndTheirAnswerToACallCannotBeRead(bool preview) =>
        await Deployment.TestAsync(
            new EmptyMocks(),
            Mocks.Named(preview),
            async () =>
            {
                var thing = new Thing("thing", new ThingArgs { Text = "x" });
                Assert.Equal("'x'", await Text.OfAsync(thing.Text));
                Assert.Equal("unknown", await Text.OfAsync(thing.Id));
                var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>("test:index:f", InvokeArgs.Empty)
                );
                Assert.Equal("Pulumi.Testing.MockCallArgs is not a supported argument type.\n\t", refusal.Message);
            }
        );

    [Fact]
    public async Task MocksHaveToAnswerForResourcesAndCallsOnly()
    {
        Assert.Equal(
            ["CallAsync", "NewResourceAsync"],
            typeof(IMocks).GetMethods().Where(method => method.IsAbstract).Select(method => method.Name).Order(StringComparer.Ordinal)
        );
        Assert.Single(
            await Deployment.TestAsync(
                new SmallestMocks(),
                Mocks.Named(),
                () =>
                {
                    _ = new Box("box");
                }
            )
        );
    }

    private static string Instance()
    {
        var instance = Deployment.Instance;
        return $"{instance.ProjectName} {instance.StackName} {instance.OrganizationName} {instance.IsDryRun} {RootDirectory()}";

        string RootDirectory()
        {
            try
            {
                return instance.RootDirectory;
            }
            catch (InvalidOperationException e)
            {
                return e.Message;
            }
        }
    }

    private sealed class Looking : Stack
    {
        public string Seen { get; } = Instance();
    }

    private sealed class SmallestMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
            Task.FromResult<(string?, object)>(("id", args.Inputs));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }
}
