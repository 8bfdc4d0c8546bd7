using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

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

    private readonly IstioInstallArgs _args;
    private readonly ControlPlane _plane;

    /// <summary>Installs base, istiod and the gateways that are asked for.</summary>
    /// <exception cref="ResourceException">The args contradict themselves; all contradictions are named.</exception>
    public IstioInstall(string name, IstioInstallArgs args, ComponentResourceOptions? options = null)
        : base("meshstack:index:IstioInstall", name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        args.Problems().Enforce(this);
        Required(args).Enforce(this);
        _args = args;
        _plane = new ControlPlane(args.Cluster.Identity) { Provider = args.Cluster.Provider, SystemNamespace = args.SystemNamespace };

        var values = new IstioValues(args);
        var system = SystemNamespaceOf(args);
        var caCerts = args is { CaCertificates: { } ca, Remote: null } ? CaCerts(ca, system) : null;
        var crds = Release("base", "base", "istio-base", args.SystemNamespace, values.Base(), system);
        var istiod = Release("istiod", "istiod", values.IstiodName, args.SystemNamespace, values.Istiod(), [crds, .. caCerts == null ? [] : new[] { caCerts }, .. args.Remote?.After ?? []]);
        var plane = _plane with { Ready = [istiod] };

        // Proxies of a remote start only when the istiod elsewhere knows the cluster.
        IReadOnlyList<Resource> served = args.Remote?.Attach(plane) is { Count: > 0 } attached ? attached : [istiod];
        (MeshGateway Gateway, Release Release)? eastWest = args.EastWest is { } east
            ? Gateway(MeshGateway.EastWest(east.Address, args.SystemNamespace), values.EastWest(east), served)
            : null;
        (MeshGateway Gateway, Release Release)? ingress = args.Ingress is { } outside
            ? Gateway(MeshGateway.Ingress(outside.Address), values.Gateway(outside), [.. served, Namespace(IngressNamespace, new ObjectMetaArgs { Name = IngressNamespace })])
            : null;
        ControlPlane = plane with
        {
            EastWest = eastWest?.Gateway,
            Ingress = ingress?.Gateway,
            Ready = [.. eastWest == null && ingress == null ? served : [], .. new[] { eastWest?.Release, ingress?.Release }.OfType<Resource>()],
        };
        RegisterOutputs(new Dictionary<string, object?>
        {
            ["eastWestAddress"] = ControlPlane.EastWest?.Address?.ToOutput(),
            ["revision"] = args.Revision,
            ["version"] = args.Version,
        });
    }

    /// <summary>The installed control plane, as services and their callers need it.</summary>
    public ControlPlane ControlPlane { get; }

    private string Child(string suffix) => $"{GetResourceName()}-{suffix}";

    private static IEnumerable<ArgsProblem> Required(IstioInstallArgs args)
    {
        if (args.Cluster == null)
        {
            yield return new("cluster", "required");
        }

        if (string.IsNullOrEmpty(args.MeshId))
        {
            yield return new("meshId", "required");
        }
    }

    private Namespace SystemNamespaceOf(IstioInstallArgs args)
    {
        var metadata = new ObjectMetaArgs
        {
            Name = args.SystemNamespace,
            Labels = new Dictionary<string, string> { ["topology.istio.io/network"] = args.Cluster.Identity.Network },
        };
        if (args.Remote?.ManagedBy is { } cluster)
        {
            metadata.Annotations = new Dictionary<string, string> { ["topology.istio.io/controlPlaneClusters"] = cluster };
        }

        return Namespace(args.SystemNamespace, metadata);
    }

    private Namespace Namespace(string name, ObjectMetaArgs metadata) => new(Child(name), new NamespaceArgs { Metadata = metadata }, _plane.Owned(this));

    private Secret CaCerts(CaCertificatesArgs ca, Resource system) => new(
        Child("cacerts"),
        new SecretArgs
        {
            Metadata = new ObjectMetaArgs { Name = "cacerts", Namespace = SystemNamespace },
            StringData =
            {
                ["ca-cert.pem"] = ca.Certificate,
                ["ca-key.pem"] = ca.PrivateKey,
                ["cert-chain.pem"] = ca.CertificateChain,
                ["root-cert.pem"] = ca.RootCertificate,
            },
        },
        _plane.Owned(this, system));

    private Release Release(string suffix, string chart, string name, string @namespace, Dictionary<string, object> values, params IReadOnlyList<Resource> after) => new(
        Child(suffix),
        new ReleaseArgs
        {
            Name = name,
            Namespace = @namespace,
            Chart = chart,
            Version = _args.Version,
            RepositoryOpts = new RepositoryOptsArgs { Repo = _args.Repository },
            Timeout = _args.Timeout,
            Values = values,
        },
        _plane.Owned(this, after));

    private (MeshGateway Gateway, Release Release) Gateway(MeshGateway gateway, Dictionary<string, object> values, params IReadOnlyList<Resource> after)
    {
        var release = Release(gateway.Label, "gateway", gateway.Name, gateway.Namespace, values, after);
        return (gateway.Address == null ? gateway with { Address = LoadBalancerAddress(gateway, release) } : gateway, release);
    }

    private Output<string> LoadBalancerAddress(MeshGateway gateway, Release release)
    {
        // The id comes from the release, not from a literal: the Service does not exist before the release does.
        var id = release.Status.Apply(status => $"{status.Namespace}/{status.Name}");
        var service = Service.Get(Child(gateway.Label + "-service"), id, _plane.Owned(this));
        return service.Status.Apply(status =>
        {
            var addresses = status?.LoadBalancer?.Ingress is { IsDefaultOrEmpty: false } ingress ? ingress[0] : null;
            return addresses?.Ip ?? addresses?.Hostname ?? throw new InvalidOperationException(
                $"{gateway.Name} of {_plane.Cluster.Name} has no address: its load balancer got neither an IP nor a host name; give the gateway's address");
        });
    }
}
