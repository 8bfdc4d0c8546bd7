using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Tls;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Transformations;

/// <summary>What a transformation of the stack sees of a resource: what the resource was given, and what its package puts there.</summary>
public sealed class SeenTests
{
    [Fact]
    public async Task ItSeesTheOptionsAsTheyWereGivenAndNothingThatIsInherited()
    {
        var seen = await Seeing.Run(() =>
        {
            var provider = new PackageProvider("test", "p");
            var dependency = new Thing("dependency");
            var options = new ComponentResourceOptions
            {
                Provider = provider,
                DependsOn = { dependency },
                Protect = true,
                Aliases = { new Alias { Name = "was" } },
            };
            _ = new Box(
                "box",
                options,
                box =>
                {
                    _ = new Thing(
                        "child",
                        new ThingArgs { Text = "x" },
                        new()
                        {
                            Parent = box,
                            DependsOn = { dependency },
                            IgnoreChanges = { "text" },
                            Version = "1.0.0",
                        }
                    );
                    _ = new Thing("bare-child", null, new() { Parent = box });
                }
            );
        });

        var box = seen["box"];
        Assert.Null(box.Options.Parent);
        Assert.Equal("p", box.Options.Provider?.GetResourceName());
        Assert.Empty(((ComponentResourceOptions)box.Options).Providers);
        Assert.True(box.Options.Protect);
        Assert.Single(box.Options.Aliases);
        Assert.Equal("[<Thing>]", await Text.OfAsync(box.Options.DependsOn.ToOutput()));

        var child = seen["child"];
        Assert.IsType<ThingArgs>(child.Args);
        Assert.IsType<CustomResourceOptions>(child.Options);
        Assert.Same(box.Resource, child.Options.Parent);
        Assert.Equal("[<Thing>]", await Text.OfAsync(child.Options.DependsOn.ToOutput()));
        Assert.Equal(["text"], child.Options.IgnoreChanges);
        Assert.Equal("1.0.0", child.Options.Version);

        var bare = seen["bare-child"];
        Assert.Same(box.Resource, bare.Options.Parent);
        Assert.Null(bare.Options.Provider);
        Assert.Null(bare.Options.Protect);
        Assert.Null(bare.Options.Version);
        Assert.Equal("[]", await Text.OfAsync(bare.Options.DependsOn.ToOutput()));
    }

    [Fact]
    public async Task ItSeesArgsOfNoPublicTypeWhereNoneWereGivenAndHooksThatAreEmpty()
    {
        var seen = await Seeing.Run(() =>
        {
            _ = new Thing("thing");
            _ = new PackageProvider("test", "p");
            _ = Service.Get("read", "istio-system/gateway");
        });

        Assert.All(
            seen.Values,
            one =>
            {
                Assert.False(one.Args.GetType().IsVisible);
                Assert.Equal(typeof(ResourceArgs), one.Args.GetType().BaseType);
                Assert.True(one.Options.Hooks.IsEmpty);
                Assert.Null(one.Options.Parent);
                Assert.Empty(one.Options.ResourceTransformations);
            }
        );
        Assert.Equal(["p", "read", "thing"], seen.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AStackSeesItselfWithItsOwnTransformations()
    {
        ResourceTransformationArgs? stack = null;
        await new Mocks().Run(() => _ = new Seeing(seen => stack ??= seen));

        Assert.IsType<Seeing>(stack!.Value.Resource);
        Assert.IsType<ComponentResourceOptions>(stack.Value.Options);
        Assert.Single(stack.Value.Options.ResourceTransformations);
        Assert.Equal(typeof(ResourceArgs), stack.Value.Args.GetType().BaseType);
    }

    [Fact]
    public async Task GeneratedResourcesThatAreCreatedHaveAnIdThatIsAKnownEmptyText()
    {
        var seen = await Seeing.Run(() =>
        {
            var options = new CustomResourceOptions { Provider = new Pulumi.Kubernetes.Provider("provider") };
            _ = new Namespace("namespace", null, options);
            _ = new NamespacePatch("patch", null, options);
            _ = new Service("service", null, options);
            _ = new Secret("secret", null, options);
            _ = new ConfigMap("config-map", null, options);
            _ = new ServiceAccount("account", null, options);
            _ = new Pulumi.Kubernetes.AdmissionRegistration.V1.MutatingWebhookConfiguration("webhooks", null, options);
            _ = new Release("release", new() { Chart = "c" }, options);
            _ = new Pulumi.Kubernetes.Yaml.V2.ConfigFile("file", new() { File = "f" });
            _ = new Pulumi.Tls.Provider("tls");
            _ = new PrivateKey("key", new PrivateKeyArgs { Algorithm = "ECDSA" });
            _ = new CertRequest("request", new CertRequestArgs { PrivateKeyPem = "k" });
            _ = new SelfSignedCert(
                "root",
                new SelfSignedCertArgs
                {
                    PrivateKeyPem = "k",
                    AllowedUses = { "cert_signing" },
                    ValidityPeriodHours = 1,
                }
            );
            _ = new LocallySignedCert(
                "leaf",
                new LocallySignedCertArgs
                {
                    CaCertPem = "c",
                    CaPrivateKeyPem = "k",
                    CertRequestPem = "r",
                    AllowedUses = { "cert_signing" },
                    ValidityPeriodHours = 1,
                }
            );
        });

        Assert.Equal(15, seen.Count);
        foreach (var one in seen.Values)
        {
            Assert.Equal("''", await Text.OfAsync(one.Options.Id?.ToOutput()));
            Assert.Equal(
                one.Resource is Pulumi.Kubernetes.AdmissionRegistration.V1.MutatingWebhookConfiguration ? 1 : 0,
                one.Options.Aliases.Count
            );
            Assert.Equal((null, null), (one.Options.Protect, one.Options.Parent));
            Assert.Empty(one.Options.IgnoreChanges);
            Assert.Equal(
                (null, null),
                ((one.Options as CustomResourceOptions)?.ImportId, (one.Options as CustomResourceOptions)?.DeleteBeforeReplace)
            );
            Assert.Equal(
                one.Resource.GetType().Namespace!.StartsWith("Pulumi.Tls", StringComparison.Ordinal) ? "5.5.1" : "4.32.0",
                one.Options.Version
            );
        }
    }

    [Fact]
    public async Task TheIdOfCreatedResourcesIsEmptyEvenIfOneWasGiven()
    {
        var seen = await Seeing.Run(() =>
        {
            _ = new Namespace("namespace", null, new() { Id = "given" });
            _ = new PrivateKey("key", new PrivateKeyArgs { Algorithm = "ECDSA" }, new() { Id = "given" });
        });

        Assert.Equal("''", await Text.OfAsync(seen["namespace"].Options.Id.ToOutput()));
        Assert.Equal("''", await Text.OfAsync(seen["key"].Options.Id.ToOutput()));
    }

    [Fact]
    public async Task ReadsHaveTheIdThatTheyWereAskedWith()
    {
        var seen = await Seeing.Run(() =>
        {
            _ = Service.Get("by-text", "istio-system/gateway");
            _ = Service.Get("by-another", new Namespace("namespace").Id);
        });

        Assert.Equal("'istio-system/gateway'", await Text.OfAsync(seen["by-text"].Options.Id.ToOutput()));
        Assert.Equal("'namespace-id'", await Text.OfAsync(seen["by-another"].Options.Id.ToOutput()));
        Assert.Equal(["namespace"], await Text.OriginsAsync(seen["by-another"].Options.Id.ToOutput()));
        Assert.Equal("4.32.0", seen["by-text"].Options.Version);
    }

    [Fact]
    public async Task TypedCustomResourcesAndComponentsHaveNeitherIdNorVersion()
    {
        var seen = await Seeing.Run(() =>
        {
            _ = new Widget("widget", new WidgetArgs());
            _ = new Box("box");
        });

        Assert.All(seen.Values, one => Assert.Equal((null, null), (one.Options.Id, one.Options.Version)));
        Assert.IsType<WidgetArgs>(seen["widget"].Args);
    }

    [Fact]
    public async Task AReferenceToAStackHasTheNameOfTheStackAsItsId()
    {
        var seen = await Seeing.Run(() => _ = new StackReference("ref", new() { Name = "org/p/s" }));

        Assert.Equal("'org/p/s'", await Text.OfAsync(seen["ref"].Options.Id.ToOutput()));
    }

    [Fact]
    public async Task PackagesKeepOutputsSecretAndPutTheirsBeforeTheGivenOnes()
    {
        var seen = await Seeing.Run(() =>
        {
            _ = new Secret("secret", null, new() { AdditionalSecretOutputs = { "metadata" } });
            _ = new Namespace("namespace");
            _ = new PrivateKey("key", new PrivateKeyArgs { Algorithm = "ECDSA" }, new() { AdditionalSecretOutputs = { "publicKeyPem" } });
        });

        Assert.Equal(["data", "stringData", "metadata"], ((CustomResourceOptions)seen["secret"].Options).AdditionalSecretOutputs);
        Assert.Empty(((CustomResourceOptions)seen["namespace"].Options).AdditionalSecretOutputs);
        Assert.Equal(
            ["privateKeyOpenssh", "privateKeyPem", "privateKeyPemPkcs8", "publicKeyPem"],
            ((CustomResourceOptions)seen["key"].Options).AdditionalSecretOutputs
        );
    }

    [Fact]
    public async Task AGivenVersionWinsAndGivenAliasesFollowThoseOfThePackage()
    {
        var seen = await Seeing.Run(() =>
        {
            _ = new Service("service", null, new() { Version = "1.0.0", Aliases = { new Alias { Name = "old" } } });
            _ = new Pulumi.Kubernetes.AdmissionRegistration.V1.MutatingWebhookConfiguration(
                "webhooks",
                null,
                new() { Aliases = { new Alias { Name = "old" } } }
            );
        });

        Assert.Equal("1.0.0", seen["service"].Options.Version);
        Assert.Single(seen["service"].Options.Aliases);
        Assert.Equal(
            ["'kubernetes:admissionregistration.k8s.io/v1beta1:MutatingWebhookConfiguration'", "null"],
            await Task.WhenAll(seen["webhooks"].Options.Aliases.Select(alias => Text.OfAsync(alias.Apply(one => one.Type.ToOutput()))))
        );
    }

    /// <summary>A stack that shows what its transformation sees.</summary>
    private sealed class Seeing(Action<ResourceTransformationArgs> see)
        : Stack(
            new StackOptions
            {
                ResourceTransformations =
                {
                    args =>
                    {
                        see(args);
                        return null;
                    },
                },
            }
        )
    {
        /// <summary>What is seen of each resource of a program, by name.</summary>
        public static async Task<Dictionary<string, ResourceTransformationArgs>> Run(Action program)
        {
            var all = new Dictionary<string, ResourceTransformationArgs>(StringComparer.Ordinal);
            await new Mocks().Run(() =>
            {
                _ = new Seeing(seen =>
                {
                    if (seen.Resource is not Stack)
                    {
                        all.Add(seen.Resource.GetResourceName(), seen);
                    }
                });
                program();
            });
            return all;
        }
    }
}
