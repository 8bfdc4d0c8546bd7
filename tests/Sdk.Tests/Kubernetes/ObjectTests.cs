using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;
using Sdk.Tests.Programs;
using Provider = Pulumi.Kubernetes.Provider;

namespace Sdk.Tests.Kubernetes;

/// <summary>Objects of built-in kinds.</summary>
public sealed class ObjectTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Fact]
    public async Task TheConstructorFillsInApiVersionAndKindWhateverTheArgsSay()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Namespace("bare");
            _ = new Namespace("odd", new NamespaceArgs { ApiVersion = "v9", Kind = "Other" });
            _ = new Namespace(
                "full",
                new NamespaceArgs
                {
                    Metadata = new ObjectMetaArgs
                    {
                        Name = "demo",
                        Labels = { ["istio-injection"] = "enabled" },
                        Annotations = { ["a"] = "b" },
                    },
                }
            );
        });

        Assert.All(mocks.Asked, asked => Assert.Equal(("kubernetes:core/v1:Namespace", "", ""), (asked.Type, asked.Id, asked.Provider)));
        Assert.Equal("{apiVersion: 'v1', kind: 'Namespace'}", mocks.Inputs("bare"));
        Assert.Equal("{apiVersion: 'v1', kind: 'Namespace'}", mocks.Inputs("odd"));
        Assert.Equal(
            "{apiVersion: 'v1', kind: 'Namespace', metadata: {annotations: {a: 'b'}, labels: {istio-injection: 'enabled'}, name: 'demo'}}",
            mocks.Inputs("full")
        );
    }

    [Fact]
    public async Task EveryKindArrivesWithItsFields()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Secret(
                "secret",
                new SecretArgs
                {
                    Metadata = new ObjectMetaArgs { Name = "cacerts", Namespace = "istio-system" },
                    Type = "Opaque",
                    StringData = { ["cert"] = "x", ["key"] = Output.CreateSecret("hush") },
                    Data = { ["d"] = "eA==" },
                    Immutable = true,
                }
            );
            _ = new ConfigMap(
                "config-map",
                new ConfigMapArgs
                {
                    Metadata = new ObjectMetaArgs { Name = "cm" },
                    Data = { ["k"] = "v" },
                }
            );
            _ = new ServiceAccount(
                "account",
                new ServiceAccountArgs
                {
                    Metadata = new ObjectMetaArgs { Name = "sa", Namespace = "demo" },
                    AutomountServiceAccountToken = false,
                    ImagePullSecrets = { new LocalObjectReferenceArgs { Name = "pull" } },
                }
            );
            _ = new Service(
                "service",
                new ServiceArgs
                {
                    Spec = new ServiceSpecArgs
                    {
                        Type = ServiceSpecType.LoadBalancer,
                        Selector = { ["app"] = "x" },
                        ClusterIP = "None",
                        PublishNotReadyAddresses = true,
                        Ports =
                        {
                            new ServicePortArgs
                            {
                                Name = "http",
                                Port = 80,
                                TargetPort = 8080,
                            },
                            new ServicePortArgs
                            {
                                Name = "grpc",
                                Port = 81,
                                TargetPort = "grpc",
                                Protocol = "TCP",
                                AppProtocol = "grpc",
                            },
                        },
                    },
                }
            );
            _ = new Service("by-text", new ServiceArgs { Spec = new ServiceSpecArgs { Type = "ClusterIP" } });
        });

        Assert.Equal(
            "{apiVersion: 'v1', data: {d: 'eA=='}, immutable: true, kind: 'Secret', metadata: {name: 'cacerts', "
                + "namespace: 'istio-system'}, stringData: {cert: 'x', key: 'hush'}, type: 'Opaque'}",
            mocks.Inputs("secret")
        );
        Assert.Equal("{apiVersion: 'v1', data: {k: 'v'}, kind: 'ConfigMap', metadata: {name: 'cm'}}", mocks.Inputs("config-map"));
        Assert.Equal(
            "{apiVersion: 'v1', automountServiceAccountToken: false, imagePullSecrets: [{name: 'pull'}], kind: 'ServiceAccount', "
                + "metadata: {name: 'sa', namespace: 'demo'}}",
            mocks.Inputs("account")
        );
        Assert.Equal(
            "{apiVersion: 'v1', kind: 'Service', spec: {clusterIP: 'None', ports: [{name: 'http', port: 80.0, targetPort: 8080.0}, "
                + "{appProtocol: 'grpc', name: 'grpc', port: 81.0, protocol: 'TCP', targetPort: 'grpc'}], "
                + "publishNotReadyAddresses: true, selector: {app: 'x'}, type: 'LoadBalancer'}}",
            mocks.Inputs("service")
        );
        Assert.Equal("{apiVersion: 'v1', kind: 'Service', spec: {type: 'ClusterIP'}}", mocks.Inputs("by-text"));
        Assert.Equal(
            [
                "kubernetes:core/v1:Secret",
                "kubernetes:core/v1:ConfigMap",
                "kubernetes:core/v1:ServiceAccount",
                "kubernetes:core/v1:Service",
                "kubernetes:core/v1:Service",
            ],
            mocks.Asked.Select(asked => asked.Type)
        );
    }

    [Fact]
    public async Task APatchHasItsOwnTypeAndTheKindOfWhatItPatches()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new NamespacePatch(
                "patch",
                new NamespacePatchArgs
                {
                    Metadata = new ObjectMetaPatchArgs { Name = "demo", Labels = { ["istio.io/rev"] = "stable" } },
                }
            );
            _ = new NamespacePatch("bare");
        });

        Assert.All(mocks.Asked, asked => Assert.Equal("kubernetes:core/v1:NamespacePatch", asked.Type));
        Assert.Equal(
            "{apiVersion: 'v1', kind: 'Namespace', metadata: {labels: {istio.io/rev: 'stable'}, name: 'demo'}}",
            mocks.Inputs("patch")
        );
        Assert.Equal("{apiVersion: 'v1', kind: 'Namespace'}", mocks.Inputs("bare"));
    }

    [Fact]
    public async Task AMissingRequiredFieldIsNamed() =>
        Assert.StartsWith(
            "System.InvalidOperationException: error serializing property \"spec\": [Input] "
                + "Pulumi.Kubernetes.Types.Inputs.Core.V1.ServicePortArgs.Port is required but was not given a value (Parameter 'Port')",
            await RunFailure.OfProgramAsync(() =>
                _ = new Service(
                    "service",
                    new ServiceArgs { Spec = new ServiceSpecArgs { Ports = { new ServicePortArgs { Name = "x" } } } }
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task TheDataOfASecretIsSecretOnceItIsSetAsAWhole()
    {
        var added = new SecretArgs { Data = { ["k"] = "v" }, StringData = { ["k"] = "v" } };
        var set = new SecretArgs
        {
            Data = new InputMap<string> { ["k"] = "v" },
            StringData = new Dictionary<string, string> { ["k"] = "v" },
        };

        Assert.Equal("{k: 'v'}", await Text.OfAsync(added.Data.ToOutput()));
        Assert.Equal("{k: 'v'}", await Text.OfAsync(added.StringData.ToOutput()));
        Assert.Equal("secret {k: 'v'}", await Text.OfAsync(set.Data.ToOutput()));
        Assert.Equal("secret {k: 'v'}", await Text.OfAsync(set.StringData.ToOutput()));
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task OneUnknownFieldTakesItsWholeTopLevelPropertyWithIt(bool preview)
    {
        var mocks = new Mocks();
        await mocks.Run(
            () =>
                _ = new ConfigMap(
                    "config-map",
                    new ConfigMapArgs
                    {
                        Metadata = new ObjectMetaArgs { Name = OutputUtilities.CreateUnknown("u"), Namespace = "demo" },
                        Data = { ["known"] = "v", ["unknown"] = OutputUtilities.CreateUnknown("u") },
                    }
                ),
            preview
        );

        Assert.Equal("{apiVersion: 'v1', kind: 'ConfigMap'}", mocks.Inputs("config-map"));
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task OutputsReadTheInputsBackAndWhatTheseLackIsNullOrAsAWholeUnknown(bool preview) =>
        await new Mocks().Run(
            async () =>
            {
                var absent = preview ? "unknown" : "null";
                var ns = new Namespace(
                    "namespace",
                    new NamespaceArgs
                    {
                        Metadata = new ObjectMetaArgs { Name = "demo", Labels = { ["a"] = "b" } },
                    }
                );
                Assert.Equal("'demo'", await Text.OfAsync(ns.Metadata.Apply(metadata => metadata.Name)));
                Assert.Equal("{a: 'b'}", await Text.OfAsync(ns.Metadata.Apply(metadata => metadata.Labels)));
                Assert.Equal("null", await Text.OfAsync(ns.Metadata.Apply(metadata => metadata.Namespace)));
                Assert.Equal("'v1'", await Text.OfAsync(ns.ApiVersion));
                Assert.Equal("'Namespace'", await Text.OfAsync(ns.Kind));
                Assert.Equal(absent, await Text.OfAsync(ns.Status));
                Assert.Equal("'namespace-id'", await Text.OfAsync(ns.Id));
                Assert.Equal(absent, await Text.OfAsync(new Namespace("bare").Metadata));

                var service = new Service(
                    "service",
                    new ServiceArgs
                    {
                        Spec = new ServiceSpecArgs
                        {
                            Type = ServiceSpecType.NodePort,
                            Ports =
                            {
                                new ServicePortArgs { Port = 80, TargetPort = "http" },
                            },
                        },
                    }
                );
                Assert.Equal("'NodePort'", await Text.OfAsync(service.Spec.Apply(spec => spec.Type)));
                Assert.Equal("80", await Text.OfAsync(service.Spec.Apply(spec => spec.Ports[0].Port)));
                Assert.Equal("'http'", await Text.OfAsync(service.Spec.Apply(spec => spec.Ports[0].TargetPort.Value)));
                Assert.Equal("unassigned", await Text.OfAsync(service.Spec.Apply(spec => spec.ExternalIPs)));
                Assert.Equal(absent, await Text.OfAsync(service.Status));

                var secret = new Secret("secret", new SecretArgs { StringData = { ["k"] = Output.CreateSecret("hush") } });
                Assert.Equal("{k: 'hush'}", await Text.OfAsync(secret.StringData));
                Assert.Equal(absent, await Text.OfAsync(secret.Data));
            },
            preview
        );

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task TheAddressesOfALoadBalancerAreReadFromTheState(bool preview)
    {
        var ports = new object[] { Mocks.Map(("port", 443), ("protocol", "TCP")) };
        var ingress = new object[] { Mocks.Map(("ip", "203.0.113.7")), Mocks.Map(("hostname", "lb.example"), ("ports", ports)) };

        Assert.Equal(
            "[(Ip '203.0.113.7', Ports unassigned), (Hostname 'lb.example', Ports [(Port 443, Protocol 'TCP')])]",
            await Mocks
                .Giving(("status", Mocks.Map(("loadBalancer", Mocks.Map(("ingress", ingress))))))
                .See(() => new Service("service").Status.Apply(status => status.LoadBalancer.Ingress), preview)
        );
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task AReadAsksWithTheIdAndWithoutAnyInputs(bool preview)
    {
        var mocks = Mocks.Giving(("spec", Mocks.Map(("clusterIP", "10.0.0.9"))));
        await mocks.Run(
            async () =>
            {
                var service = Service.Get("read", "istio-system/ingress");
                Assert.Equal("'istio-system/ingress'", await Text.OfAsync(service.Id));
                Assert.Equal("'10.0.0.9'", await Text.OfAsync(service.Spec.Apply(spec => spec.ClusterIP)));
                Assert.Equal(preview ? "unknown" : "null", await Text.OfAsync(service.Status));
            },
            preview
        );

        Assert.Equal(
            ("kubernetes:core/v1:Service", "istio-system/ingress", "", "{}"),
            (mocks["read"].Type, mocks["read"].Id, mocks["read"].Provider, mocks.Inputs("read"))
        );
    }

    [Fact]
    public async Task AReadByTheIdOfAnotherResourceTakesItsProvider()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
            _ = Service.Get("read", new Namespace("namespace").Id, new CustomResourceOptions { Provider = new Provider("p") })
        );

        Assert.Equal("namespace-id", mocks["read"].Id);
        Assert.Equal("urn:pulumi:dev::proj::pulumi:pulumi:Stack$pulumi:providers:kubernetes::p::p-id", mocks["read"].Provider);
    }
}
