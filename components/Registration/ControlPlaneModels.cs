using System.Collections.Immutable;
using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Registration;

/// <summary>Control planes as their callers hold them, with resources and outputs, as plans see them.</summary>
/// <param name="resources">The resources that are known to the registrar.</param>
/// <param name="values">The values that are known to it.</param>
/// <param name="facts">Takes what a control plane says that no component has made.</param>
internal sealed class ControlPlaneModels(Resources resources, EngineValues values, MeshFacts facts)
{
    /// <summary>The control plane as a plan sees it; its resources and outputs are known to the registrar afterwards.</summary>
    public ControlPlaneModel Model(ControlPlane controlPlane)
    {
        var name = controlPlane.Cluster.Name;
        if (controlPlane.Provider is { } provider)
        {
            resources.AddProvider(name, provider);
        }

        var model = new ControlPlaneModel(controlPlane.Cluster)
        {
            SystemNamespace = controlPlane.SystemNamespace,
            EastWest = Model(controlPlane.EastWest, name),
            Ingress = Model(controlPlane.Ingress, name),
            Ingresses = controlPlane.Ingresses.ToDictionary(i => i.Key, i => Model(i.Value, name)!, StringComparer.Ordinal),
            HostedIstiod = Model(controlPlane.HostedIstiod, name),
            Egress = Model(controlPlane.Egress, name),
            Revisions = controlPlane.Revisions,
            DataPlane = controlPlane.DataPlane?.ToString(),
            Ready = Keys(controlPlane.Ready),
            ConfigHolder = controlPlane.ConfigHolder is { } holder ? Model(holder) : null,
            DiscoversServicesOf = controlPlane.DiscoversServicesOf,
            IsImported = controlPlane.IsImported,
            ForwardsEveryService = controlPlane.ForwardsEveryService,
            ExposesIstiod = controlPlane.ExposesIstiod,
            Injection = controlPlane.Injection,
            IsProduction = controlPlane.IsProduction,
            Namespaces = Keys(controlPlane.Namespaces),
            Injectors = Keys(controlPlane.Injectors),
        };
        if (!controlPlane.IsPlanned)
        {
            Declare(model);
        }

        return model;
    }

    /// <summary>An Istio that is there already is known by what its caller says of it.</summary>
    private void Declare(ControlPlaneModel controlPlane)
    {
        var name = controlPlane.Cluster.Name;
        var role = new ClusterPlan(controlPlane.Cluster, MeshRoles.Primary)
        {
            ServedBy = name,
            ConfiguredIn = controlPlane.ConfigCluster,
            SystemNamespace = controlPlane.SystemNamespace,
            DiscoversServicesOf = [name, .. controlPlane.DiscoversServicesOf],
            SpansNetworks = controlPlane.ForwardsEveryService,
        };
        if (
            facts.Clusters.TryAdd(
                name,
                new(role, [.. controlPlane.Revisions?.Versions.Values ?? []]) { Given = new(controlPlane.SystemNamespace) }
            )
        )
        {
            facts.Gateways.AddRange(
                from gateway in new[] { controlPlane.EastWest, controlPlane.Ingress }.Concat(controlPlane.Ingresses.Values)
                where gateway?.Address is not null
                select new DeclaredGateway(name, gateway.Namespace, gateway.Name, gateway.Address!)
                {
                    Existing = ExistingGateway.Of(gateway),
                }
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
            DiscoversServicesOf = model.DiscoversServicesOf,
            IsImported = model.IsImported,
            ForwardsEveryService = model.ForwardsEveryService,
            ExposesIstiod = model.ExposesIstiod,
            IsPlanned = true,
            Injection = model.Injection,
            IsProduction = model.IsProduction,
            Namespaces = model.Namespaces.ToDictionary(n => n.Key, n => resources[n.Value], StringComparer.Ordinal),
            Injectors = model.Injectors.ToDictionary(i => i.Key, i => resources[i.Value], StringComparer.Ordinal),
        };

    private GatewayModel? Model(MeshGateway? gateway, string cluster) =>
        gateway is null
            ? null
            : new(gateway.Name, gateway.Namespace, gateway.Label, values.Take($"{cluster}.{gateway.Name}.address", gateway.Address))
            {
                Selector = gateway.Selector,
                ServiceAccount = gateway.ServiceAccount,
                Ready = Keys(gateway.Ready),
            };

    private MeshGateway? Handle(GatewayModel? gateway) =>
        gateway is null
            ? null
            : new(gateway.Name, gateway.Namespace, gateway.Label, gateway.Address is { } address ? EngineTree.Text(address, values) : null)
            {
                Selector = gateway.Selector,
                ServiceAccount = gateway.ServiceAccount,
                Ready = [.. gateway.Ready.Select(key => resources[key])],
            };

    private ImmutableArray<ResourceId> Keys(IEnumerable<Resource> given) => [.. given.Select(resources.Add)];

    private ImmutableSortedDictionary<string, ResourceId> Keys(IReadOnlyDictionary<string, Resource> given) =>
        given.ToImmutableSortedDictionary(r => r.Key, r => resources.Add(r.Value), StringComparer.Ordinal);
}
