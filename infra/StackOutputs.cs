using System.Collections.Immutable;
using MeshStack.Infra.Definition;
using MeshStack.Infra.Transitions;
using Pulumi;

namespace MeshStack.Infra;

/// <summary>What people and later runs want to know of an applied mesh: <c>pulumi stack output</c>. Nothing in it is secret.</summary>
internal static class StackOutputs
{
    /// <summary>The output with the addresses of the gateways, by cluster and use.</summary>
    public const string GatewaysName = "gateways";

    /// <summary>Key of the gateway that leads to the istiod which a cluster hosts for others.</summary>
    public const string ControlPlane = "controlPlane";

    public static Dictionary<string, object?> Of(MeshDefinition definition, Mesh mesh, ConfiguredValues values) => new()
    {
        [GatewaysName] = mesh.ControlPlanes.ToImmutableDictionary(p => p.Key, p => (object)Gateways(p.Value)),
        ["hosts"] = definition.Services.ToImmutableDictionary(s => s.Name, s => (object)Hosts(s.Args)),
        ["revisions"] = definition.Clusters.ToImmutableDictionary(c => c.Name, c => (object)c.Install.RevisionSet.Versions.ToImmutableDictionary(v => v.Key, v => (object)v.Value)),
        ["trustRoots"] = mesh.Trust?.Roots.Apply(roots => roots.Select(r => r.ToOutputs()).ToImmutableArray()),
        ["checks"] = definition.Clusters.ToImmutableDictionary(c => c.Name, c => (object)Checks(c, definition)),
        [MeshState.OutputName] = MeshState.Of(definition, values.RootName).ToJson(),
    };

    private static ImmutableDictionary<string, object> Gateways(MeshStack.ControlPlane plane)
    {
        var gateways = new[] { (ControlPlane, plane.HostedIstiod), ("eastWest", plane.EastWest), ("ingress", plane.Ingress) }
            .Concat(plane.Ingresses.Select(i => (i.Key, (MeshGateway?)i.Value)));
        return gateways.Where(g => g.Item2?.Address != null).ToImmutableDictionary(g => g.Item1, g => (object)g.Item2!.Address!.ToOutput());
    }

    private static ImmutableDictionary<string, object> Hosts(InboundServiceArgs service) => new Dictionary<string, object?>
    {
        ["inItsCluster"] = service.Host,
        ["asImport"] = service.ControlPlane.IsImported ? service.ImportedHost : null,
        ["outside"] = service.ExternalName,
    }.Where(h => h.Value != null).ToImmutableDictionary(h => h.Key, h => h.Value!);

    /// <summary>The commands that show whether a cluster works as it should.</summary>
    /// <remarks>https://istio.io/latest/docs/reference/commands/istioctl/. An istiod is asked where it runs; analysis looks at the cluster itself.</remarks>
    private static ImmutableArray<string> Checks(ClusterDefinition cluster, MeshDefinition definition)
    {
        var serving = definition.Clusters.Single(c => c.Name == cluster.Plan.ServedBy);
        var istiod = Flags(serving.Cluster.Context, cluster.Plan.SystemNamespace);
        return
        [
            $"istioctl{istiod} version",
            $"istioctl{istiod} proxy-status",
            $"istioctl{Flags(cluster.Cluster.Context, cluster.Plan.SystemNamespace)} analyze --all-namespaces",
            .. cluster.Plan is { RunsIstiod: true, Finds.Count: > 1 } ? new[] { $"istioctl{istiod} remote-clusters" } : [],
        ];
    }

    private static string Flags(string? context, string systemNamespace)
        => (context == null ? "" : $" --context={context}") + (systemNamespace == IstioInstall.SystemNamespace ? "" : $" --istioNamespace={systemNamespace}");
}
