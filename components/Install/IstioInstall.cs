using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Yaml.V2;
using Pulumi.Kubernetes.Yaml.V2;

namespace MeshStack;

/// <summary>One cluster's control plane and gateways, as Helm releases in the order that Istio needs.</summary>
public sealed class IstioInstall : ComponentResource
{
    /// <summary>Namespace of istiod and of the east-west gateway.</summary>
    public const string SystemNamespace = "istio-system";

    /// <summary>Namespace of the istiod that one cluster hosts for others, in all of them.</summary>
    public const string ExternalNamespace = "external-istiod";

    /// <summary>Namespace of the ingress gateway: apart from istiod, so that its credentials are not the control plane's.</summary>
    public const string IngressNamespace = "istio-ingress";

    /// <summary>Namespace of the egress gateway.</summary>
    public const string EgressNamespace = "istio-egress";

    private readonly IstioInstallArgs _args;
    private readonly RevisionSet _revisions;
    private readonly ControlPlane _plane;
    private readonly ChartReleases _charts;

    /// <summary>Installs base, the control planes, the data plane and the gateways that are asked for.</summary>
    /// <exception cref="ResourceException">The args contradict themselves; all contradictions are named.</exception>
    public IstioInstall(string name, IstioInstallArgs args, ComponentResourceOptions? options = null)
        : base("meshstack:index:IstioInstall", name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        args.Problems().Concat(InstallRules.Required(args)).Enforce(this);
        _args = args;
        _revisions = args.RevisionSet;
        _plane = new ControlPlane(args.Cluster.Identity)
        {
            Provider = args.Cluster.Provider,
            SystemNamespace = args.SystemNamespace,
            Revisions = _revisions,
            DataPlane = args.IsAmbient ? DataPlanes.Ambient : DataPlanes.Sidecar,
        };
        _charts = new ChartReleases(this, args, _plane);

        var system = _charts.Namespace(args.SystemNamespace, SystemMetadata());
        var crds = _charts.Base([system, .. GatewayApi()]);
        var istiods = Istiods([crds, .. SidecarCni(crds), .. CaCerts(system), .. args.Remote?.After ?? []]);
        var nodes = AmbientNodes(istiods[_revisions.Main]);
        var installed = _plane with { Ready = [istiods[_revisions.Main]], Injectors = Injectors(istiods) };

        // Proxies of a remote start only when the istiod elsewhere knows the cluster.
        installed = installed with { Ready = [.. installed.Ready, .. args.Remote?.Attach(installed) ?? []] };
        ControlPlane = Gateways(installed, nodes);
        Waypoints(nodes);

        RegisterOutputs(new Dictionary<string, object?>
        {
            ["eastWestAddress"] = ControlPlane.EastWest?.Address?.ToOutput(),
            ["revision"] = args.Revision,
            ["version"] = _revisions.VersionOf(null),
        });
    }

    /// <summary>The installed control plane, as services and their callers need it.</summary>
    public ControlPlane ControlPlane { get; }

    private string Child(string suffix) => $"{GetResourceName()}-{suffix}";

    private ObjectMetaArgs SystemMetadata()
    {
        var metadata = new ObjectMetaArgs { Labels = new Dictionary<string, string> { ["topology.istio.io/network"] = _args.Cluster.Identity.Network } };
        if (_args.Remote?.ManagedBy is { } cluster)
        {
            metadata.Annotations = new Dictionary<string, string> { ["topology.istio.io/controlPlaneClusters"] = cluster };
        }

        return metadata;
    }

    private IEnumerable<Resource> GatewayApi() => _args.GatewayApiVersion is not { } version ? [] :
    [
        new ConfigFile(
            Child("gateway-api"),
            new ConfigFileArgs { File = $"https://github.com/kubernetes-sigs/gateway-api/releases/download/v{version}/standard-install.yaml" },
            new ComponentResourceOptions { Parent = this, Provider = _plane.Provider }),
    ];

    private IEnumerable<Resource> CaCerts(Resource system)
        => _args is { CaCertificates: { } ca, Remote: null } ? [_charts.CaCerts(ca, _args.SystemNamespace, system)] : [];

    /// <summary>Before istiod, whose sidecars then count on it.</summary>
    private IEnumerable<Resource> SidecarCni(Release crds) => _args is { HasCni: true, IsAmbient: false } ? [_charts.Cni(crds)] : [];

    private Dictionary<string, Release> Istiods(IReadOnlyList<Resource> after) => _revisions.Versions.Keys
        .Order(StringComparer.Ordinal)
        .ToDictionary(r => r, r => _charts.Istiod(r, after), StringComparer.Ordinal);

    /// <summary>After istiod, which configures them.</summary>
    private IReadOnlyList<Resource> AmbientNodes(Release istiod) => _args.IsAmbient ? [_charts.Ztunnel(_charts.Cni(istiod))] : [];

    private Dictionary<string, Resource> Injectors(Dictionary<string, Release> istiods)
    {
        var injectors = istiods.ToDictionary(i => i.Key, i => (Resource)i.Value, StringComparer.Ordinal);
        foreach (var (tag, revision) in _revisions.Tags.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var objects = new RevisionTag(tag, revision, _revisions.Versions[revision], _args.SystemNamespace, IstiodValues.Of(_args, revision));
            var options = _plane.Owned(this, istiods[revision]);
            if (_args.Remote == null)
            {
                _ = objects.Service(Child($"tag-{tag}-service"), options);
            }

            injectors[tag] = objects.Webhook(Child("tag-" + tag), options);
        }

        return injectors;
    }

    private ControlPlane Gateways(ControlPlane installed, IReadOnlyList<Resource> nodes)
    {
        var egress = _args.Egress is { } leaving ? Egress(installed, leaving, nodes) : null;
        return installed with
        {
            EastWest = _args.EastWest is { } eastWest ? Gateway(installed, MeshGateway.EastWest(eastWest.Address, _args.SystemNamespace), eastWest, nodes).Gateway : null,
            Egress = egress,
            Ingress = _args.Ingress is { } ingress ? Gateway(installed, MeshGateway.Ingress(ingress.Address), ingress, nodes).Gateway : null,
            Ingresses = _args.Ingresses.OrderBy(i => i.Key, StringComparer.Ordinal).ToDictionary(
                i => i.Key,
                i => Gateway(installed, MeshGateway.NamedIngress(i.Key, i.Value.Address), i.Value, nodes).Gateway,
                StringComparer.Ordinal),
        };
    }

    private MeshGateway Egress(ControlPlane installed, EgressInstallArgs args, IReadOnlyList<Resource> nodes)
    {
        var (gateway, release) = Gateway(installed, MeshGateway.Egress(args.Address), args, nodes);
        if (args.Hosts.Count > 0)
        {
            new EgressRouting(Child("egress"), gateway, args.Hosts, after => installed.Owned(this, [release, .. after])).Create();
        }

        return gateway;
    }

    private (MeshGateway Gateway, Release Release) Gateway(ControlPlane installed, MeshGateway gateway, GatewayInstallArgs given, IReadOnlyList<Resource> nodes)
    {
        var injector = installed.Injectors[given.Revision ?? _revisions.Reference];
        IReadOnlyList<Resource> home = gateway.Namespace == _args.SystemNamespace ? [] : [_charts.GatewayNamespace(gateway.Namespace, given)];
        var release = _charts.Gateway(gateway, given, [.. installed.Ready.Append(injector).Distinct(), .. nodes, .. home]);
        return (gateway with { Ready = [release], Address = Address(gateway, given, release) }, release);
    }

    private Input<string>? Address(MeshGateway gateway, GatewayInstallArgs given, Release release)
    {
        var mustBeIp = _args.ServesRemotes && gateway.Label == MeshGateway.EastWest(null).Label;
        if (gateway.Address is { } address)
        {
            return mustBeIp ? LoadBalancerAddress.GivenIp(address, this, _plane.Cluster.Name) : address;
        }

        return given.ServiceType != "LoadBalancer"
            ? null
            : (Input<string>)LoadBalancerAddress.Of(gateway, release, Child(gateway.Label + "-service"), _plane.Cluster.Name, _plane.Owned(this), mustBeIp);
    }

    private void Waypoints(IReadOnlyList<Resource> nodes)
    {
        foreach (var waypoint in _args.Waypoints)
        {
            _ = MeshStack.GatewayApi.Waypoint.Create(
                Child($"waypoint-{waypoint.Namespace}-{waypoint.Name}"), waypoint, waypoint.Revision ?? _revisions.Reference, ControlPlane.Owned(this, nodes));
        }
    }
}
