using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The istiod that one cluster hosts for others, and the gateway that leads to it.</summary>
/// <param name="scope">Its component.</param>
/// <param name="host">The cluster that hosts istiod.</param>
/// <param name="hosting">What is installed in it for itself, whose istiod injects and configures the gateway.</param>
/// <param name="settings">Where the other clusters find it.</param>
/// <param name="config">What is installed in the config cluster, whose istiod this is.</param>
internal sealed class ExternalControlPlane(
    PlannedScope scope,
    ControlPlaneModel host,
    Installation hosting,
    ExternalIstiodSettings settings,
    Installation config
)
{
    /// <summary>Plans it.</summary>
    /// <param name="kubeconfig">Plans the secret by which istiod reads the config cluster.</param>
    /// <returns>The gateway that leads to istiod, and the hosting cluster as that istiod sees it.</returns>
    public (GatewayModel Gateway, ControlPlaneModel Plane) Plan(Func<ControlPlaneModel, ResourceId> kubeconfig)
    {
        const string home = IstioNamespaces.External;
        var charts = new ChartReleases(scope, config, host);
        var revision = config.RevisionSet.Main;
        var (gateway, release) = Gateway();
        if (settings.Certificate is { } certificate)
        {
            Credential(certificate, settings.PrivateKey!);
        }

        var @namespace = charts.Namespace(home, nextTrust: config.CaCertificates is null ? null : config.TrustMark);
        var controlPlane = host with { SystemNamespace = home, Ready = [@namespace] };
        List<ResourceId> first = [kubeconfig(controlPlane)];
        if (config.CaCertificates is { } ca)
        {
            first.Add(charts.CaCerts(ca, home, @namespace));
        }

        var istiod = charts.Create(
            "istiod",
            "istiod",
            config.RevisionSet.VersionOf(null),
            RevisionSet.IstiodName(revision),
            home,
            ExternalIstiodValues.Of(IstiodValues.ControlPlane(config, revision), settings.Host, revision),
            [@namespace, .. first]
        );
        controlPlane = controlPlane with { Ready = [.. new ExternalIstiod(scope, host, settings, revision).Expose(istiod), release] };
        scope.Outputs(("address", gateway.Address), ("host", settings.Host));
        return (gateway, controlPlane);
    }

    private (GatewayModel Gateway, ResourceId Release) Gateway()
    {
        var gateway = ExternalIstiod.GatewayOf(settings);
        var release = new ChartReleases(scope, hosting, host).Create(
            "gateway",
            "gateway",
            hosting.RevisionSet.VersionOf(settings.Gateway.Revision),
            gateway.Name,
            gateway.Namespace,
            GatewayChart(gateway),
            [host.Injectors[settings.Gateway.Revision ?? hosting.RevisionSet.Reference]]
        );
        return (gateway with { Ready = [release], Address = Address(gateway, release) }, release);
    }

    private TextValue? Address(GatewayModel gateway, ResourceId release)
    {
        if (gateway.Address is not null || settings.Gateway.ServiceType != "LoadBalancer")
        {
            return gateway.Address;
        }

        var address = LoadBalancerAddress.Of(scope, host, gateway, release, mustBeIp: false, "gateway-service");

        // Said while the update runs, because the gateways of the served clusters wait for it and fail in the end.
        scope.Plan.Notices.Add(
            new LateNotice(
                scope.Component,
                address,
                found =>
                    $"{settings.Host} has to lead to {found} now: the clusters that {host.Cluster.Name} serves find their control plane "
                    + "by that name"
            )
        );
        return address;
    }

    private void Credential(TextValue certificate, TextValue privateKey) =>
        scope.Secret(
            scope.Child("credential"),
            host,
            [],
            Metadata.Of(ExternalIstiodSettings.OwnCredential, IstioNamespaces.System),
            Empty.Map<object>().Add("tls.crt", certificate).Add("tls.key", privateKey.AsSecret()),
            "kubernetes.io/tls"
        );

    private Dictionary<string, object> GatewayChart(GatewayModel gateway)
    {
        List<object> ports = [Port("status-port", 15021), Port("tls-xds", IstiodPorts.Discovery), Port("tls-webhook", IstiodPorts.Webhook)];
        return ChartValues.Merge(
            GatewayValues.Of(hosting, gateway, settings.Gateway),
            new Dictionary<string, object> { ["service"] = new Dictionary<string, object> { ["ports"] = ports } }
        );
    }

    private static Dictionary<string, object> Port(string name, int port) =>
        new()
        {
            ["name"] = name,
            ["port"] = port,
            ["protocol"] = "TCP",
            ["targetPort"] = port,
        };
}
