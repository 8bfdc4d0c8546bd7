using System.Collections.Immutable;
using MeshStack.Preview.Transitions;
using MeshStack.Registration;

namespace MeshStack.Hosting;

/// <summary>What people and later runs want to know of an applied mesh: <c>pulumi stack output</c>. Nothing in it is secret.</summary>
internal static class StackOutputs
{
    /// <summary>The output with the addresses of the gateways, by cluster and use.</summary>
    public const string GatewaysName = TeamPlanner.GatewaysOutput;

    /// <summary>Key of the gateway that leads to the istiod which a cluster hosts for others.</summary>
    public const string ControlPlane = "controlPlane";

    public static Dictionary<string, object?> Of(
        MeshDefinition definition,
        PlannedMesh mesh,
        Resources resources,
        EngineValues values,
        MeshState after
    )
    {
        var outputs = new Dictionary<string, object?>
        {
            ["hosts"] = definition.Services.ToImmutableDictionary(
                s => s.Name,
                s => (object)Hosts(s.Args, mesh.ControlPlanes[s.Args.ControlPlane.Cluster.Name])
            ),
            ["checks"] = definition.Clusters.ToImmutableDictionary(c => c.Name, c => (object)Checks(c, definition)),
            [MeshState.OutputName] = after.ToJson(),
        };
        if (definition.Platform is not null)
        {
            return outputs;
        }

        outputs[GatewaysName] = mesh.ControlPlanes.ToImmutableDictionary(
            p => p.Key,
            p => (object)Gateways(p.Value).ToImmutableDictionary(g => g.Key, g => (object)values.Of(g.Address))
        );
        outputs["revisions"] = definition.Clusters.ToImmutableDictionary(
            c => c.Name,
            c => (object)c.Install.RevisionSet.Versions.ToImmutableDictionary(v => v.Key, v => (object)v.Value)
        );
        outputs["trustRoots"] = Trust(mesh, resources, values)?.Roots.Apply(roots => roots.Select(r => r.ToOutputs()).ToImmutableArray());
        outputs[TeamPlanner.ContractOutput] = PlatformContract.Of(definition);
        return outputs;
    }

    /// <summary>The gateways of a cluster whose address is given or read, with their keys.</summary>
    public static IEnumerable<(string Key, TextValue Address)> Gateways(ControlPlaneModel controlPlane)
    {
        var gateways = new[]
        {
            (ControlPlane, controlPlane.HostedIstiod),
            ("eastWest", controlPlane.EastWest),
            ("ingress", controlPlane.Ingress),
        }.Concat(controlPlane.Ingresses.Select(i => (i.Key, (GatewayModel?)i.Value)));
        return gateways.Where(g => g.Item2?.Address is not null).Select(g => (g.Item1, g.Item2!.Address!));
    }

    private static ImmutableDictionary<string, object> Hosts(InboundServiceIntent service, ControlPlaneModel controlPlane) =>
        new Dictionary<string, object?>
        {
            ["inItsCluster"] = service.Host,
            ["asImport"] = controlPlane.IsImported ? service.ImportedHost : null,
            ["outside"] = service.ExternalName,
        }
            .Where(h => h.Value is not null)
            .ToImmutableDictionary(h => h.Key, h => h.Value!);

    private static TrustOutputs? Trust(PlannedMesh mesh, Resources resources, EngineValues values)
    {
        if (mesh.Trust is not { } trust)
        {
            return null;
        }

        var outputs = new TrustOutputs(trust, [.. trust.Clusters.Keys], values);
        resources.Components<MeshTrust>().Single().Show(outputs);
        return outputs;
    }

    /// <summary>The commands that show whether a cluster works as it should.</summary>
    /// <remarks>https://istio.io/latest/docs/reference/commands/istioctl/. An istiod is asked where it runs; analysis looks at the cluster
    /// itself.</remarks>
    private static ImmutableArray<string> Checks(ClusterDefinition cluster, MeshDefinition definition)
    {
        var serving = definition.Whole.Clusters.Single(c => c.Name == cluster.Plan.ServedBy);
        var istiod = Flags(serving.Cluster.Context, cluster.Plan.SystemNamespace);
        return
        [
            $"istioctl{istiod} version",
            $"istioctl{istiod} proxy-status",
            $"istioctl{Flags(cluster.Cluster.Context, cluster.Plan.SystemNamespace)} analyze --all-namespaces",
            .. cluster.Plan is { RunsIstiod: true, DiscoversServicesOf.Count: > 1 } ? new[] { $"istioctl{istiod} remote-clusters" } : [],
        ];
    }

    private static string Flags(string? context, string systemNamespace) =>
        (context is null ? "" : $" --context={context}")
        + (systemNamespace == IstioNamespaces.System ? "" : $" --istioNamespace={systemNamespace}");
}
