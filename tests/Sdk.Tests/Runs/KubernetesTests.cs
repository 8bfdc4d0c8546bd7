using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Yaml.V2;
using Pulumi.Kubernetes.Yaml.V2;
using Pulumi.Utilities;
using Provider = Pulumi.Kubernetes.Provider;

namespace Sdk.Tests.Runs;

/// <summary>Kubernetes resources, as the recordings of the topics "kubernetes-…" have them.</summary>
public sealed class KubernetesTests
{
    [Fact]
    public async Task The_constructor_fills_in_apiVersion_and_kind()
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new Namespace("demo", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "demo", Labels = { ["istio.io/rev"] = "stable" } } }));

        var asked = mocks["demo"];
        Assert.Equal("kubernetes:core/v1:Namespace", asked.Type);
        Assert.Equal("v1", asked.Inputs["apiVersion"]);
        Assert.Equal("Namespace", asked.Inputs["kind"]);
        var metadata = Assert.IsType<ImmutableDictionary<string, object>>(asked.Inputs["metadata"]);
        Assert.Equal(["labels", "name"], metadata.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_patch_has_its_own_type_and_the_kind_of_what_it_patches()
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new NamespacePatch("n", new NamespacePatchArgs { Metadata = new ObjectMetaPatchArgs { Name = "demo", Labels = { ["istio.io/rev"] = "stable" } } }));

        var asked = mocks["n"];
        Assert.Equal("kubernetes:core/v1:NamespacePatch", asked.Type);
        Assert.Equal(["apiVersion", "kind", "metadata"], asked.Inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Namespace", asked.Inputs["kind"]);
        var metadata = Assert.IsType<ImmutableDictionary<string, object>>(asked.Inputs["metadata"]);
        Assert.Equal(["labels", "name"], metadata.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_of_manifests_arrives_unread_and_without_a_provider()
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new ConfigFile("f", new ConfigFileArgs { File = "gateway-api.yaml", ResourcePrefix = "p" }, new ComponentResourceOptions { Provider = new Provider("east") }));

        var asked = mocks["f"];
        Assert.Equal("kubernetes:yaml/v2:ConfigFile", asked.Type);
        Assert.Equal("", asked.Provider ?? "");
        Assert.Equal(["file", "resourcePrefix"], asked.Inputs.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Booleans_of_a_provider_arrive_as_text()
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new Provider("east", new() { Context = "east", EnableServerSideApply = true }));

        Assert.Equal("east", mocks["east"].Inputs["context"]);
        Assert.Equal("true", mocks["east"].Inputs["enableServerSideApply"]);
    }

    [Fact]
    public async Task The_addresses_of_a_load_balancer_are_read_from_the_state()
    {
        var state = Map(("status", Map(("loadBalancer", Map(("ingress", new object[] { Map(("ip", "203.0.113.7")), Map(("hostname", "lb.example")) }))))));
        Service? service = null;
        await new Mocks { Answer = args => Task.FromResult<(string?, object)>((args.Id, state)) }.Run(() => service = Service.Get("ingress", "istio-system/ingress"));

        var ingress = await OutputUtilities.GetValueAsync(service!.Status.Apply(status => status.LoadBalancer.Ingress));
        Assert.Equal("203.0.113.7", ingress[0].Ip);
        Assert.Null(ingress[0].Hostname);
        Assert.Equal("lb.example", ingress[1].Hostname);
    }

    [Fact]
    public async Task A_release_keeps_its_password_secret_and_its_values_as_given()
    {
        var mocks = new Mocks();
        var options = new RepositoryOptsArgs { Repo = "https://charts.example", Password = "hush" };
        await mocks.Run(() => _ = new Release("base", new ReleaseArgs
        {
            Chart = "base",
            RepositoryOpts = options,
            Values = new Dictionary<string, object> { ["global"] = new Dictionary<string, object> { ["network"] = "net-1", ["none"] = null! } },
        }));

        Assert.True(await Output.IsSecretAsync(options.Password!.ToOutput()));
        var values = Assert.IsType<ImmutableDictionary<string, object>>(mocks["base"].Inputs["values"]);
        Assert.Equal(["network"], Assert.IsType<ImmutableDictionary<string, object>>(values["global"]).Keys);
        Assert.Equal("true", mocks["base"].Inputs["compat"]);
    }

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] entries)
        => entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
