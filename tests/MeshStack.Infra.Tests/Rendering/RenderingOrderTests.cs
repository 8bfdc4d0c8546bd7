using MeshStack.Infra.Offline;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Infra.Tests.Stacks;
using MeshStack.Infra.Tests.Topologies;
using MeshStack.Offline;

namespace MeshStack.Infra.Tests.Rendering;

/// <summary>A rendering can be applied as it is, in the order that it names.</summary>
public sealed class RenderingOrderTests
{
    public static TheoryData<string> Meshes { get; } = [.. Combination.All.Select(c => c.Name), "dev", "prod", .. VariantsOfTopologies];

    /// <summary>An external control plane serves with one revision, and ambient clusters stand alone.</summary>
    private static IEnumerable<string> VariantsOfTopologies =>
        from topology in Combination.Topologies
        from variant in Variants.Keys.Order(StringComparer.Ordinal)
        where topology == "federated" || !variant.StartsWith("ambient", StringComparison.Ordinal)
        where topology != "external-control-plane" || !variant.StartsWith("two revisions", StringComparison.Ordinal)
        select $"{topology}: {variant}";

    /// <summary>Settings in which charts and objects wait for each other in other ways.</summary>
    private static Dictionary<string, string> Variants => new(StringComparer.Ordinal)
    {
        ["two revisions, gateways of a tag"] = "meshstack:istio: {revisions: {1-30-8: {version: 1.30.8}, 1-31-4: {}}, revision: prod, tags: {prod: 1-30-8, canary: 1-31-4}}\n  meshstack:namespaces: {shop: {injection: canary}}",
        ["a tag that takes the place of the default"] = "meshstack:istio: {revision: default, revisions: {1-31-4: {}}, tags: {default: 1-31-4}}\n  meshstack:namespaces: {shop: {}}",
        ["a revision"] = "meshstack:istio: {revision: 1-31-4, profile: production}\n  meshstack:namespaces: {shop: {injection: 1-31-4}}",
        ["the node agent"] = "meshstack:istio: {cni: true, platform: openshift}",
        ["ambient with waypoints"] = "meshstack:istio: {profile: ambient, gatewayApiVersion: 1.6.0, waypoints: [{namespace: shop, name: waypoint}]}\n  meshstack:namespaces: {shop: {injection: ambient, waypoint: waypoint}}",
        ["egress"] = "meshstack:istio: {outboundTrafficPolicy: REGISTRY_ONLY}\n  meshstack:namespaces: {shop: {}}",
    };

    [Theory]
    [MemberData(nameof(Meshes))]
    public async Task EveryStepIsTakenInTheOrderOfTheReadme(string name)
    {
        var recording = await RecordingOf(name);
        using var rendered = new RenderedSteps(recording);
        var mesh = rendered.Apply(rendered.Rows);

        foreach (var cluster in recording.Clusters)
        {
            Assert.Equal(cluster.Manifests.Select(m => m.Reference).Order(StringComparer.Ordinal), mesh[cluster.Name].Objects.Keys.Order(StringComparer.Ordinal));
            Assert.Empty(mesh[cluster.Name].DeadValidators);
            Assert.Equal(cluster.HelmReleases.Select(r => r.Reference).Order(StringComparer.Ordinal), mesh[cluster.Name].Releases.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Rows of one number can be swapped, and clusters go on by themselves where they do not wait for each other.</summary>
    [Theory]
    [MemberData(nameof(Meshes))]
    public async Task RowsOfOneNumberCanBeSwapped(string name)
    {
        using var rendered = new RenderedSteps(await RecordingOf(name));
        _ = rendered.Apply(rendered.Rows.OrderBy(r => r.Number).ThenByDescending(r => r.Cluster, StringComparer.Ordinal).ThenBy(r => r.IsToBeFilledIn));
    }

    /// <summary>That the model refuses anything at all: no step of a cluster can be left out, or come before the one that it waits for.</summary>
    [Theory]
    [MemberData(nameof(Meshes))]
    public async Task InAnotherOrderSomethingIsRefused(string name)
    {
        using var rendered = new RenderedSteps(await RecordingOf(name));
        Assert.Throws<RefusedException>(() => rendered.Apply(rendered.Rows.Reverse()));
        var first = rendered.Rows.Where(r => r is { Number: 1, IsToBeFilledIn: false });
        Assert.All(first, left => Assert.Throws<RefusedException>(() => rendered.Apply(rendered.Rows.Except([left]))));
        var second = rendered.Rows.Where(r => r.Number == 2);
        Assert.All(second, left => Assert.Throws<RefusedException>(() => rendered.Apply(rendered.Rows.Except([left]))));
    }

    [Fact]
    public async Task WhatIsToBeFilledInIsRefusedAsItStands()
    {
        using var rendered = new RenderedSteps(await RecordingOf("dev"));
        var refused = Assert.Throws<RefusedException>(() => rendered.Apply(rendered.Rows.Select(r => r with { IsToBeFilledIn = false })));
        Assert.Equal("cluster01: v1 Secret istio-system/cacerts is not filled in", refused.Message);
    }

    [Fact]
    public async Task ARemoteIsToldOfItsPrimaryWhenThereIsSomethingToTell()
    {
        using var rendered = new RenderedSteps(await RecordingOf("primary-remote-2"));
        var remote = rendered.Rows.Where(r => r.Cluster == "c2").ToList();
        var primary = rendered.Rows.Where(r => r.Cluster == "c1").ToList();
        Assert.True(remote.Single(r => r.Folder.EndsWith("04-releases", StringComparison.Ordinal)).Number > primary.First(r => r.Folder.EndsWith("-releases", StringComparison.Ordinal)).Number);
        var refused = Assert.Throws<RefusedException>(() => rendered.Apply(remote.Concat(primary)));
        Assert.Equal("${c1.eastWestGateway.address} is not known yet", refused.Message);
    }

    private static async Task<Recording> RecordingOf(string name)
    {
        if (name is "dev" or "prod")
        {
            return (await StackPreview.RunAsync(Repository.Root, name)).Recording;
        }

        if (name.Split(": ") is not [var topology, var variant])
        {
            return (await Combination.Named(name).PreviewAsync()).Recording;
        }

        using var project = new SampleProject();
        var egress = variant == "egress" ? ", egress: {hosts: [{host: api.example.com}, {host: old.example.com, protocol: HTTP}]}, ingresses: {partners: {}}" : "";
        project.Write("Pulumi.test.yaml", $$$"""
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:meshId: test
              meshstack:topology: {{{topology}}}
              {{{Variants[variant]}}}
              meshstack:trust: {generated: {}}
              meshstack:gateways: {eastWest: {}, ingress: {}{{{egress}}}}
              meshstack:clusters:
                east: {context: kind-east, apiServer: "https://192.0.2.1:6443", externalIstiod: {host: istiod.example.com, credentialName: istiod}}
                west: {context: kind-west, apiServer: "https://192.0.2.2:6443"}
            """);
        project.Write("infra/mesh/test/shop.yaml", variant.StartsWith("ambient", StringComparison.Ordinal)
            ? string.Join("---\n", new[] { "east", "west" }.Select(c => $"kind: InboundService\nname: web-{c}\ncluster: {c}\nnamespace: shop\nport: 80\ntargetPort: 8080\n"))
            : SampleProject.Intents);
        return (await StackPreview.RunAsync(project.Root, "test")).Recording;
    }
}
