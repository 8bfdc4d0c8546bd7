using MeshStack.Definition.Istio;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A Sidecar per namespace, by which its proxies are told of what their workloads may call, and not of the whole mesh.</summary>
/// <remarks>
/// Where a route leads, istiod adds by itself. Source: pilot/pkg/model/sidecar.go of istio/istio, selectVirtualServices and
/// virtualServiceDestinations.
/// </remarks>
internal sealed class SidecarPlanner
{
    private const string OwnNamespace = "./*";

    private readonly SortedDictionary<(string Cluster, string Namespace), SortedSet<string>> _told = [];
    private readonly IReadOnlyDictionary<string, ControlPlaneModel> _controlPlanes;

    private SidecarPlanner(IReadOnlyDictionary<string, ControlPlaneModel> controlPlanes) => _controlPlanes = controlPlanes;

    /// <summary>Plans the Sidecars of a definition; none where sidecars are to know everything.</summary>
    public static void Plan(Plan plan, MeshDefinition definition, IReadOnlyDictionary<string, ControlPlaneModel> controlPlanes)
    {
        if (definition.Mesh.SidecarScope != SidecarScope.Generated)
        {
            return;
        }

        var planner = new SidecarPlanner(controlPlanes);
        planner.Namespaces(definition);
        planner.Callees(definition);
        planner.Shared(definition);
        planner.Plan(plan.Component("SidecarScope", LogicalName.Of("sidecar-scope"), parent: null, definition.Location));
    }

    /// <summary>Every namespace whose workloads have sidecars, also one that calls nobody.</summary>
    private void Namespaces(MeshDefinition definition)
    {
        foreach (var cluster in definition.Clusters)
        {
            foreach (var (ns, given) in cluster.Member.Namespaces)
            {
                if (given.Injection is not (MeshNamespaceRules.Disabled or DataPlanes.Ambient))
                {
                    Add(cluster.Name, ns);
                }
            }
        }

        foreach (var service in definition.Whole.Services.SelectMany(s => s.Args.Places).Where(s => s.Sidecar))
        {
            Add(service.ControlPlane.Cluster.Name, service.Namespace);
        }
    }

    private void Callees(MeshDefinition definition)
    {
        foreach (var one in definition.Whole.Accesses.SelectMany(access => access.Args.Each).Where(one => one.Type == ClientTypes.Istio))
        {
            if (one is not { ControlPlane: { } client, Namespace: { } ns })
            {
                continue;
            }

            Add(client.Cluster.Name, ns);

            // An import stands in the caller's own namespace.
            if (!one.UsesImport && one.Service.Namespace != ns)
            {
                Add(client.Cluster.Name, ns, $"{one.Service.Namespace}/{one.Service.Host}");
                foreach (var instance in one.Service.InstanceServices)
                {
                    Add(client.Cluster.Name, ns, $"{one.Service.Namespace}/{ServiceDns.HostOf(instance, one.Service.Namespace)}");
                }
            }
        }
    }

    /// <summary>What the proxies of all namespaces need: hosts that the egress gateway leads to, and what mesh configuration has them send
    /// to.</summary>
    private void Shared(MeshDefinition definition)
    {
        foreach (var cluster in definition.Clusters)
        {
            var config = _controlPlanes[cluster.Name].ConfigCluster;
            var install = definition.Mesh.Clusters[cluster.Plan.ConfiguredIn].Install;
            string[] shared =
            [
                .. install.Egress is { Hosts.Count: > 0 } ? [$"{GatewayModel.Egress(null).Namespace}/*"] : Array.Empty<string>(),
                .. new[] { install.MeshConfig, ChartValues.At(install.Values?.Istiod, "meshConfig") as IReadOnlyDictionary<string, object> }
                    .SelectMany(MeshConfigRules.ExtensionProviders)
                    .SelectMany(provider => provider.Values.OfType<IReadOnlyDictionary<string, object>>())
                    .Select(kind => kind.GetValueOrDefault("service") as string)
                    .OfType<string>()
                    .Select(service => service.Contains('/', StringComparison.Ordinal) ? service : "*/" + service),
            ];
            foreach (var ((_, _), hosts) in _told.Where(told => told.Key.Cluster == config))
            {
                hosts.UnionWith(shared);
            }
        }
    }

    private void Plan(PlannedScope scope)
    {
        foreach (var ((cluster, ns), hosts) in _told)
        {
            var controlPlane = _controlPlanes[cluster];
            if (ns == controlPlane.SystemNamespace || controlPlane.DataPlane == DataPlanes.Ambient)
            {
                continue;
            }

            var spec = new SidecarSpec { Egress = [new() { Hosts = [OwnNamespace, .. hosts, $"{controlPlane.SystemNamespace}/*"] }] };
            scope.Configured(
                controlPlane,
                ns,
                scope.Child(controlPlane.Cluster.LogicalName + $"-{ns}"),
                "Sidecar",
                Metadata.Of("default", ns),
                spec.ToTree()
            );
        }
    }

    // Namespaces of one name share their configuration where one istiod has it.
    private void Add(string cluster, string ns, string? host = null)
    {
        var key = (_controlPlanes[cluster].ConfigCluster, ns);
        if (!_told.TryGetValue(key, out var hosts))
        {
            _told[key] = hosts = new SortedSet<string>(StringComparer.Ordinal);
        }

        if (host is not null)
        {
            hosts.Add(host);
        }
    }
}
