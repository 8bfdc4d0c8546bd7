using Pulumi;
using Pulumi.Kubernetes;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Provider;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Kubernetes;

/// <summary>The Kubernetes provider.</summary>
[Collection("environment")]
public sealed class ProviderTests : IDisposable
{
    private readonly EnvironmentVariables _variables = new(("KUBECONFIG", null), ("PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY", null));

    public void Dispose() => _variables.Dispose();

    [Fact]
    public async Task FlagsAndNestedSettingsArriveAsJSONTextAndTextsAsTheyAre()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Provider(
                "all",
                new ProviderArgs
                {
                    AlwaysRender = true,
                    Cluster = "cluster",
                    ClusterIdentifier = "identifier",
                    Context = "east",
                    DeleteUnreachable = true,
                    EnableConfigMapMutable = false,
                    EnablePatchForce = true,
                    EnableSecretMutable = true,
                    EnableServerSideApply = true,
                    HelmReleaseSettings = new HelmReleaseSettingsArgs { Driver = "secret" },
                    KubeClientSettings = new KubeClientSettingsArgs { Burst = 10 },
                    KubeConfig = "~/.kube/config",
                    Namespace = "demo",
                    RenderYamlToDirectory = "out",
                    SkipUpdateUnreachable = true,
                    SuppressDeprecationWarnings = true,
                    SuppressHelmHookWarnings = false,
                    UpsertExistingObjects = true,
                }
            );
            _ = new Provider("qps", new ProviderArgs { KubeClientSettings = new KubeClientSettingsArgs { Qps = 2.5 } });
        });

        Assert.Equal("pulumi:providers:kubernetes", mocks["all"].Type);
        Assert.Equal(
            "{alwaysRender: 'true', cluster: 'cluster', clusterIdentifier: 'identifier', context: 'east', "
                + "deleteUnreachable: 'true', enableConfigMapMutable: 'false', enablePatchForce: 'true', "
                + "enableSecretMutable: 'true', enableServerSideApply: 'true', "
                + """helmReleaseSettings: '{ "driver": "secret" }', kubeClientSettings: '{ "burst": 10 }', kubeconfig: '~/.kube/config', """
                + "namespace: 'demo', renderYamlToDirectory: 'out', skipUpdateUnreachable: 'true', "
                + "suppressDeprecationWarnings: 'true', suppressHelmHookWarnings: 'false', upsertExistingObjects: 'true'}",
            mocks.Inputs("all")
        );
        Assert.Equal("""{kubeClientSettings: '{ "qps": 2.5 }'}""", mocks.Inputs("qps"));
    }

    [Fact]
    public async Task WithoutArgsNothingArrives()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Provider("none");
            _ = new Provider("empty", new ProviderArgs());
        });

        Assert.Equal(["{}", "{}"], mocks.Asked.Select(asked => Text.OfWire(asked.Inputs)));
    }

    [Fact]
    public async Task ASecretKubeconfigArrivesAndAnUnknownOneDoesNot()
    {
        var mocks = new Mocks();
        await mocks.Run(
            () =>
            {
                _ = new Provider("secret", new ProviderArgs { KubeConfig = Output.CreateSecret("config") });
                _ = new Provider("unknown", new ProviderArgs { KubeConfig = OutputUtilities.CreateUnknown("config"), Context = "east" });
            },
            preview: true
        );

        Assert.Equal("{kubeconfig: 'config'}", mocks.Inputs("secret"));
        Assert.Equal("{context: 'east'}", mocks.Inputs("unknown"));
    }

    [Fact]
    public async Task WhatIsNotSetComesFromTheEnvironment()
    {
        using var variables = new EnvironmentVariables(
            ("KUBECONFIG", "from-the-environment"),
            ("PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY", "true")
        );
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Provider("not-set");
            _ = new Provider("set", new ProviderArgs { KubeConfig = "given", EnableServerSideApply = false });
        });

        Assert.Equal("{enableServerSideApply: 'true', kubeconfig: 'from-the-environment'}", mocks.Inputs("not-set"));
        Assert.Equal("{enableServerSideApply: 'false', kubeconfig: 'given'}", mocks.Inputs("set"));
    }

    [Fact]
    public async Task ObjectsTakeTheirOwnProviderOrThatOfAComponentAndElseNone()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
            _ = new Box(
                "box",
                null,
                box =>
                {
                    var provider = new Provider("east", new ProviderArgs { Context = "east" }, new() { Parent = box });
                    _ = new Namespace("own", null, new() { Parent = box, Provider = provider });
                    _ = new Box(
                        "inner",
                        new() { Parent = box, Provider = provider },
                        inner => _ = new Namespace("inherited", null, new() { Parent = inner })
                    );
                    _ = new Namespace("none", null, new() { Parent = box });
                }
            )
        );

        const string East = "urn:pulumi:dev::proj::pulumi:pulumi:Stack$pulumi:providers:kubernetes::east::east-id";
        Assert.Equal(
            ["box ", "east ", $"own {East}", "inner ", $"inherited {East}", "none "],
            mocks.Asked.Select(asked => $"{asked.Name} {asked.Provider}")
        );
    }
}
