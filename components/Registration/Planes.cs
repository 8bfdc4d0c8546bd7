using System.Collections.Immutable;
using MeshStack.Definition;
using MeshStack.Definition.Planning;
using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Registration;

/// <summary>Control planes as their callers hold them, with resources and outputs, as plans see them.</summary>
/// <param name="resources">The resources that are known to the registrar.</param>
/// <param name="values">The values that are known to it.</param>
/// <param name="facts">Takes what a control plane says that no component has made.</param>
internal sealed class Planes(Resources resources, EngineValues values, MeshFacts facts)
{
    /// <summary>The control plane as a plan sees it; its resources and outputs are known to the registrar afterwards.</summary>
    public ControlPlaneModel Model(ControlPlane plane)
    {
        var name = plane.Cluster.Name;
        if (plane.Provider is { } provider)
        {
            resources.AddProvider(name, provider);
        }

        var model = new ControlPlaneModel(plane.Cluster)
        {
            SystemNamespace = plane.SystemNamespace,
            EastWest = Model(plane.EastWest, name),
            Ingress = Model(plane.Ingress, name),
            Ingresses = plane.Ingresses.ToDictionary(i => i.Key, i => Model(i.Value, name)!, StringComparer.Ordinal),
            HostedIstiod = Model(plane.HostedIstiod, name),
            Egress = Model(plane.Egress, name),
            Revisions = plane.Revisions,
            DataPlane = plane.DataPlane?.ToString(),
            Ready = Keys(plane.Ready),
            ConfigHolder = plane.ConfigHolder is { } holder ? Model(holder) : null,
            Finds = plane.Finds,
            IsImported = plane.IsImported,
            ForwardsEveryService = plane.ForwardsEveryService,
            ExposesIstiod = plane.ExposesIstiod,
            Namespaces = Keys(plane.Namespaces),
            Injectors = Keys(plane.Injectors),
        };
        if (!plane.IsPlanned)
        {
            Declare(model);
        }

        return model;
    }

    /// <summary>An Istio that is there already is known by what its caller says of it.</summary>
    private void Declare(ControlPlaneModel plane)
    {
        var name = plane.Cluster.Name;
        var role = new ClusterPlan(plane.Cluster, MeshRoles.Primary)
        {
            ServedBy = name,
            ConfiguredIn = plane.ConfigCluster,
            SystemNamespace = plane.SystemNamespace,
            Finds = [name, .. plane.Finds],
            SpansNetworks = plane.ForwardsEveryService,
        };
        if (facts.Clusters.TryAdd(name, new(role, [.. plane.Revisions?.Versions.Values ?? []]) { IsGiven = true }))
        {
            facts.Gateways.AddRange(
                from gateway in new[] { plane.EastWest, plane.Ingress }.Concat(plane.Ingresses.Values)
                where gateway?.Address != null
                select new DeclaredGateway(name, gateway.Namespace, gateway.Name, gateway.Address!)
            );
        }
    }

    /// <summary>A planned control plane as its callers hold it, once it is registered.</summary>
    public ControlPlane Handle(ControlPlaneModel model, IReadOnlyDictionary<string, ControlPlane> others) =>
        new(model.Cluster)
        {
            Provider = (Pulumi.Kubernetes.Provider?)resources.ProviderOf(model.Cluster.Name),
            SystemNamespace = model.SystemNamespace,
            EastWest = Handle(model.EastWest),
            Ingress = Handle(model.Ingress),
            Ingresses = model.Ingresses.ToDictionary(i => i.Key, i => Handle(i.Value)!, StringComparer.Ordinal),
            HostedIstiod = Handle(model.HostedIstiod),
            Egress = Handle(model.Egress),
            Revisions = model.Revisions,
            DataPlane = model.DataPlane is { } dataPlane ? DataPlane.Parse(dataPlane) : null,
            Ready = [.. model.Ready.Select(key => resources[key])],
            ConfigHolder = model.ConfigHolder is { } holder
                ? others.GetValueOrDefault(holder.Cluster.Name) ?? Handle(holder, others)
                : null,
            Finds = model.Finds,
            IsImported = model.IsImported,
            ForwardsEveryService = model.ForwardsEveryService,
            ExposesIstiod = model.ExposesIstiod,
            IsPlanned = true,
            Namespaces = model.Namespaces.ToDictionary(n => n.Key, n => resources[n.Value], StringComparer.Ordinal),
            Injectors = model.Injectors.ToDictionary(i => i.Key, i => resources[i.Value], StringComparer.Ordinal),
        };

    private GatewayModel? Model(MeshGateway? gateway, string cluster) =>
        gateway == null
            ? null
            : new(gateway.Name, gateway.Namespace, gateway.Label, values.Take($"{cluster}.{gateway.Name}.address", gateway.Address))
            {
                Ready = Keys(gateway.Ready),
            };

    private MeshGateway? Handle(GatewayModel? gateway) =>
        gateway == null
            ? null
            : new(gateway.Name, gateway.Namespace, gateway.Label, gateway.Address is { } address ? EngineTree.Text(address, values) : null)
            {
                Ready = [.. gateway.Ready.Select(key => resources[key])],
            };

    private ImmutableArray<ResourceId> Keys(IEnumerable<Resource> given) => [.. given.Select(resources.Add)];

    private ImmutableSortedDictionary<string, ResourceId> Keys(IReadOnlyDictionary<string, Resource> given) =>
        given.ToImmutableSortedDictionary(r => r.Key, r => resources.Add(r.Value), StringComparer.Ordinal);
}
