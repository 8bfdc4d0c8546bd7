using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>The istiod that one cluster hosts for others, and the gateway that leads to it.</summary>
public sealed class ExternalControlPlane : ComponentResource
{
    /// <summary>Installs istiod for a config cluster.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="host">The cluster that hosts istiod.</param>
    /// <param name="args">Where the other clusters find it.</param>
    /// <param name="config">What is installed in the config cluster, whose istiod this is.</param>
    /// <param name="kubeconfig">Makes the secret by which istiod reads the config cluster.</param>
    /// <param name="options">Options of the component.</param>
    internal ExternalControlPlane(string name, ControlPlane host, ExternalIstiodArgs args, IstioInstallArgs config, Func<ControlPlane, Resource> kubeconfig, ComponentResourceOptions options)
        : base("meshstack:index:ExternalControlPlane", name, args, options)
    {
        const string space = IstioInstall.ExternalNamespace;
        var charts = new ChartReleases(this, host, config);
        var values = new IstioValues(config);
        var door = ExternalIstiod.GatewayOf(args);
        var gateway = charts.Release("gateway", "gateway", door.Name, door.Namespace, GatewayValues(values, args));

        var @namespace = charts.Namespace(new ObjectMetaArgs(), space);
        Plane = host with { SystemNamespace = space, Ready = [@namespace] };
        List<Resource> first = [kubeconfig(Plane)];
        if (config.CaCertificates is { } ca)
        {
            first.Add(charts.CaCerts(ca, @namespace, space));
        }

        var istiod = charts.Release(
            "istiod",
            "istiod",
            values.IstiodName,
            space,
            ExternalIstiodValues.Of(values.ControlPlane(), args.Host, config.Revision),
            [@namespace, .. first]);
        Plane = Plane with { Ready = [.. new ExternalIstiod(host, args, config.Revision, this).Expose(istiod), gateway] };
        RegisterOutputs(new Dictionary<string, object?> { ["host"] = args.Host });
    }

    /// <summary>The hosting cluster as the istiod for others sees it.</summary>
    internal ControlPlane Plane { get; }

    private static Dictionary<string, object> GatewayValues(IstioValues values, ExternalIstiodArgs args)
    {
        // Of the hosting cluster's own control plane, whatever revision the others have.
        var gateway = values.Gateway(args.Gateway);
        gateway.Remove("revision");
        ((Dictionary<string, object>)gateway["service"])["ports"] = new List<object>
        {
            Port("status-port", 15021),
            Port("tls-xds", ExposedIstiod.DiscoveryPort),
            Port("tls-webhook", ExposedIstiod.WebhookPort),
        };
        return gateway;
    }

    private static Dictionary<string, object> Port(string name, int port) => new() { ["name"] = name, ["port"] = port, ["protocol"] = "TCP", ["targetPort"] = port };
}
