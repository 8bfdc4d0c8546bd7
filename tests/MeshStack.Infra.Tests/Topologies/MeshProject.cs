using MeshStack.Infra.Tests.Definition;

namespace MeshStack.Infra.Tests.Topologies;

/// <summary>The definitions that tests go through, as folders: each topology in several sizes, and each topology with settings that change
/// what is made.</summary>
internal static class MeshProject
{
    /// <summary>Name of the stack in each of them.</summary>
    public const string Stack = "test";

    /// <summary>Settings in which charts and objects are others, or wait for each other in other ways.</summary>
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["two revisions, gateways of a tag"] =
            "meshstack:istio: {revisions: {1-30-8: {version: 1.30.8}, 1-31-4: {}}, revision: prod, tags: {prod: 1-30-8, canary: "
            + "1-31-4}}\n  meshstack:namespaces: {shop: {injection: canary}}",
        ["a tag that takes the place of the default"] =
            "meshstack:istio: {revision: default, revisions: {1-31-4: {}}, tags: {default: 1-31-4}}\n  meshstack:namespaces: {shop: {}}",
        ["a revision"] = "meshstack:istio: {revision: 1-31-4, profile: production}\n  meshstack:namespaces: {shop: {injection: 1-31-4}}",
        ["the node agent"] = "meshstack:istio: {cni: true, platform: openshift}",
        ["ambient with waypoints"] =
            "meshstack:istio: {profile: ambient, gatewayApiVersion: 1.6.0, waypoints: [{namespace: shop, name: waypoint}]}\n  "
            + "meshstack:namespaces: {shop: {injection: ambient, waypoint: waypoint}}",
        ["certificates and kubeconfigs of the configuration"] = "meshstack:trust: {rootCertificate: {config: root}}",
        ["roots in rotation"] = "meshstack:trust: {generated: {root: 2, keyAlgorithm: ECDSA-P256}, rotation: {from: 1, phase: prepare}}",
        ["egress"] = "meshstack:istio: {outboundTrafficPolicy: REGISTRY_ONLY}\n  meshstack:namespaces: {shop: {}}",
    };

    /// <summary>Names of all meshes.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Combination.All.Select(c => c.Name),
        .. from topology in Combination.Topologies
        from variant in Settings.Keys.Order(StringComparer.Ordinal)
        where IsPossible(topology, variant)
        select $"{topology}: {variant}",
    ];

    /// <summary>The definition of a mesh.</summary>
    public static SampleProject Of(string name)
    {
        var project = new SampleProject();
        if (name.Split(": ") is not [var topology, var variant])
        {
            var combination = Combination.Named(name);
            project.Write(
                "Pulumi.test.yaml",
                SampleMesh.Stack(combination.Topology, [.. combination.ClusterNames.Select(combination.NetworkOf)])
            );
            project.Write("infra/mesh/test/shop.yaml", SampleMesh.Intents(combination.Clusters));
            return project;
        }

        project.Write("Pulumi.test.yaml", StackOf(topology, variant));
        project.Write(
            "infra/mesh/test/shop.yaml",
            variant.StartsWith("ambient", StringComparison.Ordinal)
                ? string.Join(
                    "---\n",
                    new[] { "east", "west" }.Select(c =>
                        $"kind: InboundService\nname: web-{c}\ncluster: {c}\nnamespace: shop\nport: 80\ntargetPort: 8080\n"
                    )
                )
                : SampleProject.Intents
        );
        return project;
    }

    /// <summary>The name as that of a file.</summary>
    public static string FileNameOf(string name) =>
        name.Replace(": ", "-", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace(' ', '-') + ".txt";

    /// <summary>An external control plane serves with one revision, and ambient clusters stand alone.</summary>
    private static bool IsPossible(string topology, string variant) =>
        (topology == "federated" || !variant.StartsWith("ambient", StringComparison.Ordinal))
        && (topology != "external-control-plane" || !variant.StartsWith("two revisions", StringComparison.Ordinal));

    private static string StackOf(string topology, string variant)
    {
        var egress =
            variant == "egress"
                ? ", egress: {hosts: [{host: api.example.com}, {host: old.example.com, protocol: HTTP}]}, ingresses: {partners: {}}"
                : "";
        var trust = Settings[variant].StartsWith("meshstack:trust", StringComparison.Ordinal) ? "" : "meshstack:trust: {generated: {}}";
        return $$$"""
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:meshId: test
              meshstack:topology: {{{topology}}}
              {{{Settings[variant]}}}
              {{{trust}}}
              meshstack:gateways: {eastWest: {}, ingress: {}{{{egress}}}}
              meshstack:clusters:
                east: {{{{Access(
                "east"
            )}}}, apiServer: "https://192.0.2.1:6443", externalIstiod: {host: istiod.example.com, credentialName: istiod}}
                west: {{{{Access("west")}}}, apiServer: "https://192.0.2.2:6443"}
            """;

        string Access(string cluster) =>
            variant.StartsWith("certificates", StringComparison.Ordinal)
                ? $"kubeConfig: {{config: {cluster}KubeConfig}}, ca: {{certificate: {{config: {cluster}Certificate}}, privateKey: "
                    + $"{{config: {cluster}Key}}, chain: {{config: {cluster}Chain}}}}"
                : $"context: kind-{cluster}";
    }
}
