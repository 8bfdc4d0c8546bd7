using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>The istiod that one cluster hosts for others, and the gateway that leads to it.</summary>
public sealed class ExternalControlPlane : ComponentResource
{
    /// <summary>Installs istiod for a config cluster.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="host">The cluster that hosts istiod.</param>
    /// <param name="hosting">What is installed in it for itself, whose istiod injects and configures the gateway.</param>
    /// <param name="args">Where the other clusters find it.</param>
    /// <param name="config">What is installed in the config cluster, whose istiod this is.</param>
    /// <param name="kubeconfig">Makes the secret by which istiod reads the config cluster.</param>
    /// <param name="options">Options of the component.</param>
    internal ExternalControlPlane(
        string name,
        ControlPlane host,
        IstioInstallArgs hosting,
        ExternalIstiodArgs args,
        IstioInstallArgs config,
        Func<ControlPlane, Resource> kubeconfig,
        ComponentResourceOptions options)
        : base("meshstack:index:ExternalControlPlane", name, args, options)
    {
        const string space = IstioInstall.ExternalNamespace;
        var charts = new ChartReleases(this, config, host);
        var revision = config.RevisionSet.Main;
        var version = config.RevisionSet.VersionOf(null);
        var door = ExternalIstiod.GatewayOf(args);
        var gateway = new ChartReleases(this, hosting, host).Create(
            "gateway",
            "gateway",
            hosting.RevisionSet.VersionOf(args.Gateway.Revision),
            door.Name,
            door.Namespace,
            DoorValues(hosting, door, args.Gateway),
            [.. new[] { host.Injectors[args.Gateway.Revision ?? hosting.RevisionSet.Reference] }.Except(host.Ready)]);
        Gateway = door with { Ready = [gateway], Address = Address(door, args, gateway, host) };
        if (args.Certificate is { } certificate)
        {
            Credential(certificate, args.PrivateKey!, host);
        }

        var @namespace = charts.Namespace(space);
        Plane = host with { SystemNamespace = space, Ready = [@namespace] };
        List<Resource> first = [kubeconfig(Plane)];
        if (config.CaCertificates is { } ca)
        {
            first.Add(charts.CaCerts(ca, space, @namespace));
        }

        var istiod = charts.Create(
            "istiod",
            "istiod",
            version,
            RevisionSet.IstiodName(revision),
            space,
            ExternalIstiodValues.Of(IstiodValues.ControlPlane(config, revision), args.Host, revision),
            [@namespace, .. first]);
        Plane = Plane with { Ready = [.. new ExternalIstiod(host, args, revision, this).Expose(istiod), gateway] };
        RegisterOutputs(new Dictionary<string, object?> { ["address"] = Gateway.Address?.ToOutput(), ["host"] = args.Host });
    }

    /// <summary>The gateway that leads to istiod.</summary>
    internal MeshGateway Gateway { get; }

    /// <summary>The hosting cluster as the istiod for others sees it.</summary>
    internal ControlPlane Plane { get; }

    private Input<string>? Address(MeshGateway gateway, ExternalIstiodArgs args, Release release, ControlPlane host)
    {
        if (gateway.Address != null || args.Gateway.ServiceType != "LoadBalancer")
        {
            return gateway.Address;
        }

        return LoadBalancerAddress.Of(gateway, release, $"{GetResourceName()}-gateway-service", host.Cluster.Name, host.Owned(this), mustBeIp: false).Apply(address =>
        {
            if (!Deployment.Instance.IsDryRun)
            {
                // Said while the update runs, because the gateways of the served clusters wait for it and fail in the end.
                Log.Info($"{args.Host} has to lead to {address} now: the clusters that {host.Cluster.Name} serves find their control plane by that name", this);
            }

            return address;
        });
    }

    private void Credential(Input<string> certificate, Input<string> privateKey, ControlPlane host) => _ = new Secret(
        $"{GetResourceName()}-credential",
        new SecretArgs
        {
            Metadata = new ObjectMetaArgs { Name = ExternalIstiodArgs.OwnCredential, Namespace = IstioInstall.SystemNamespace },
            Type = "kubernetes.io/tls",
            StringData = { ["tls.crt"] = certificate, ["tls.key"] = privateKey },
        },
        host.Owned(this));

    private static Dictionary<string, object> DoorValues(IstioInstallArgs hosting, MeshGateway door, GatewayInstallArgs args) =>
        ChartValues.Merge(GatewayValues.Of(hosting, door, args), new Dictionary<string, object>
        {
            ["service"] = new Dictionary<string, object>
            {
                ["ports"] = new List<object> { Port("status-port", 15021), Port("tls-xds", ExposedIstiod.DiscoveryPort), Port("tls-webhook", ExposedIstiod.WebhookPort) },
            },
        });

    private static Dictionary<string, object> Port(string name, int port) => new() { ["name"] = name, ["port"] = port, ["protocol"] = "TCP", ["targetPort"] = port };
}
