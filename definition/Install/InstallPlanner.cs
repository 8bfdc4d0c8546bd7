using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>One cluster's control plane and gateways, as Helm releases in the order that Istio needs.</summary>
internal sealed class InstallPlanner
{
    private const string GatewayApiReleases = "https://github.com/kubernetes-sigs/gateway-api/releases/download";

    private readonly PlannedScope _scope;
    private readonly Installation _settings;
    private readonly RevisionSet _revisions;
    private readonly ControlPlaneModel _controlPlane;
    private readonly ChartReleases _charts;

    private InstallPlanner(PlannedScope scope, Installation settings)
    {
        (_scope, _settings, _revisions) = (scope, settings, settings.RevisionSet);
        _controlPlane = new ControlPlaneModel(settings.Cluster)
        {
            SystemNamespace = settings.SystemNamespace,
            Revisions = _revisions,
            DataPlane = settings.IsAmbient ? DataPlanes.Ambient : DataPlanes.Sidecar,
            Injection = ClusterInjection.From(settings, settings.Cluster.Name),
            IsProduction = settings.IsProduction,
        };
        _charts = new ChartReleases(scope, settings, _controlPlane);
    }

    /// <summary>Plans base, the control planes, the data plane and the gateways that are asked for.</summary>
    /// <returns>The installed control plane, as services and their callers need it.</returns>
    public static ControlPlaneModel Plan(PlannedScope component, Installation installation) =>
        installation.Existing is { } existing
            ? new ExistingIstio(component, installation, existing).Plan()
            : new InstallPlanner(component, installation).Plan();

    private ControlPlaneModel Plan()
    {
        _scope.Plan.Facts.Clusters.TryAdd(_settings.Cluster.Name, PlannedCluster.From(_settings));
        var system = SystemNamespace();
        var crds = _charts.Base([system, .. GatewayApi()]);
        var istiods = Istiods([crds, .. SidecarCni(crds), .. CaCerts(system), .. _settings.Remote?.After ?? []]);
        var nodes = AmbientNodes(istiods[_revisions.Main]);
        var installed = _controlPlane with { Ready = [istiods[_revisions.Main]], Injectors = Injectors(istiods) };

        // Proxies of a remote start only when the istiod elsewhere knows the cluster.
        installed = installed with
        {
            Ready = [.. installed.Ready, .. _settings.Remote?.Attach(installed) ?? []],
        };
        installed = Gateways(installed, nodes);
        foreach (var waypoint in _settings.Waypoints)
        {
            Waypoint.Plan(_scope, installed, waypoint, waypoint.Revision ?? _revisions.Reference, nodes);
        }

        _scope.Outputs(
            ("eastWestAddress", installed.EastWest?.Address),
            ("revision", _settings.Revision),
            ("version", _revisions.VersionOf(null))
        );
        return installed;
    }

    private ResourceId SystemNamespace() =>
        _charts.Namespace(
            _settings.SystemNamespace,
            new Dictionary<string, string> { ["topology.istio.io/network"] = _settings.Cluster.Network },
            _settings.Remote?.ManagedBy is { } cluster
                ? new Dictionary<string, string> { ["topology.istio.io/controlPlaneClusters"] = cluster }
                : null,
            HoldsCa ? _settings.TrustMark : null
        );

    private IEnumerable<ResourceId> GatewayApi() =>
        _settings.GatewayApiVersion is not { } version
            ? []
            :
            [
                _scope.Add(
                    PlannedResource.Of(PulumiTypes.ConfigFile, _scope.Child("gateway-api")) with
                    {
                        IsComponent = true,
                        Cluster = _settings.Cluster.Name,
                        Inputs = Empty.Map<object>().Add("file", $"{GatewayApiReleases}/v{version}/standard-install.yaml"),
                    }
                ),
            ];

    private bool HoldsCa => _settings is { CaCertificates: not null, Remote: null };

    private IEnumerable<ResourceId> CaCerts(ResourceId system) =>
        HoldsCa ? [_charts.CaCerts(_settings.CaCertificates!, _settings.SystemNamespace, system)] : [];

    /// <summary>Before istiod, whose sidecars then count on it.</summary>
    private IEnumerable<ResourceId> SidecarCni(ResourceId crds) =>
        _settings is { HasCni: true, IsAmbient: false } ? [_charts.Cni(crds)] : [];

    private Dictionary<string, ResourceId> Istiods(IReadOnlyList<ResourceId> after) =>
        _revisions.Versions.Keys.Order(StringComparer.Ordinal).ToDictionary(r => r, r => _charts.Istiod(r, after), StringComparer.Ordinal);

    /// <summary>After istiod, which configures them.</summary>
    private ImmutableArray<ResourceId> AmbientNodes(ResourceId istiod) => _settings.IsAmbient ? [_charts.Ztunnel(_charts.Cni(istiod))] : [];

    private ImmutableSortedDictionary<string, ResourceId> Injectors(Dictionary<string, ResourceId> istiods)
    {
        var injectors = Empty.Map<ResourceId>().AddRange(istiods);
        foreach (var (tag, revision) in _revisions.Tags.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var values = IstiodValues.Of(_settings, revision);
            var objects = new RevisionTag(tag, revision, _revisions.Versions[revision], _settings.SystemNamespace, values);
            ResourceId[] after = [.. _controlPlane.Ready, istiods[revision]];
            if (_settings.Remote is null)
            {
                objects.Service(_scope, _scope.Child($"tag-{tag}-service"), _settings.Cluster.Name, after);
            }

            injectors = injectors.SetItem(tag, objects.Webhook(_scope, _scope.Child("tag-" + tag), _settings.Cluster.Name, after));
        }

        return injectors;
    }

    private void Declare(IEnumerable<GatewayModel?> gateways)
    {
        foreach (var gateway in gateways)
        {
            if (gateway?.Address is { } address)
            {
                _scope.Plan.Facts.Gateways.Add(new(_settings.Cluster.Name, gateway.Namespace, gateway.Name, address));
            }
        }
    }

    private ControlPlaneModel Gateways(ControlPlaneModel installed, ImmutableArray<ResourceId> nodes)
    {
        var egress = _settings.Egress is { } leaving ? Egress(installed, leaving, nodes) : null;
        installed = installed with
        {
            EastWest = _settings.EastWest is { } eastWest
                ? Gateway(installed, GatewayModel.EastWest(eastWest.Address, _settings.SystemNamespace), eastWest, nodes)
                : null,
            Egress = egress,
            Ingress = _settings.Ingress is { } ingress ? Gateway(installed, GatewayModel.Ingress(ingress.Address), ingress, nodes) : null,
            Ingresses = Empty
                .Map<GatewayModel>()
                .AddRange(
                    _settings
                        .Ingresses.OrderBy(i => i.Key, StringComparer.Ordinal)
                        .Select(i =>
                            KeyValuePair.Create(
                                i.Key,
                                Gateway(installed, GatewayModel.NamedIngress(i.Key, i.Value.Address), i.Value, nodes)
                            )
                        )
                ),
        };
        Declare([installed.EastWest, installed.Ingress, .. installed.Ingresses.Values]);
        return installed;
    }

    private GatewayModel Egress(ControlPlaneModel installed, EgressInstallSettings settings, ImmutableArray<ResourceId> nodes)
    {
        var gateway = Gateway(installed, GatewayModel.Egress(settings.Address), settings, nodes);
        if (settings.Hosts.Count > 0)
        {
            new EgressRouting(_scope, _scope.Child("egress"), gateway, settings.Hosts, installed).Plan();
        }

        return gateway;
    }

    private GatewayModel Gateway(
        ControlPlaneModel installed,
        GatewayModel gateway,
        GatewayInstallSettings given,
        ImmutableArray<ResourceId> nodes
    )
    {
        var injector = installed.Injectors[given.Revision ?? _revisions.Reference];
        ImmutableArray<ResourceId> home =
            gateway.Namespace == _settings.SystemNamespace ? [] : [_charts.GatewayNamespace(gateway.Namespace, given)];
        var release = _charts.Gateway(gateway, given, [.. installed.Ready, injector, .. nodes, .. home]);
        return gateway with { Ready = [release], Address = Address(gateway, given, release) };
    }

    private TextValue? Address(GatewayModel gateway, GatewayInstallSettings given, ResourceId release)
    {
        var mustBeIp = _settings.ServesRemotes && gateway.Label == GatewayModel.EastWest(null).Label;
        if (gateway.Address is { } address)
        {
            return mustBeIp ? LoadBalancerAddress.GivenIp(address, _scope.Component) : address;
        }

        return given.ServiceType != "LoadBalancer" ? null : LoadBalancerAddress.Of(_scope, _controlPlane, gateway, release, mustBeIp);
    }
}
