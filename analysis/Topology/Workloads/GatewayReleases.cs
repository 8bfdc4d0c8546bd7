using System.Globalization;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>The pods and the Service that Istio's gateway chart makes.</summary>
/// <remarks>Source: manifests/charts/gateway of istio/istio, release 1.30.</remarks>
internal static class GatewayReleases
{
    private static readonly (string Name, int Number)[] NetworkPorts =
    [
        ("status-port", 15021),
        ("tls", 15443),
        ("tls-istiod", 15012),
        ("tls-webhook", 15017),
    ];

    private static readonly (string Name, int Number, int Target)[] DefaultPorts =
    [
        ("status-port", 15021, 15021),
        ("http2", 80, 80),
        ("https", 443, 443),
    ];

    /// <summary>The name of what a release makes.</summary>
    public static string NameOf(ChartRelease release) => NameOf(release, Field.From(release.Values));

    public static Workload WorkloadOf(ChartRelease release, MeshConfiguration mesh)
    {
        var values = Field.From(release.Values);
        var labels = LabelsOf(release, values);
        var masks = MaskedObject.From(release);
        return new()
        {
            Cluster = release.Cluster,
            Namespace = release.Namespace,
            Kind = "Deployment",
            Name = NameOf(release, values),
            Labels = labels,
            HiddenLabels = HiddenLabelsOf(masks),
            ServiceAccount = AccountOf(release, values),
            Sidecar = masks?.Unread is null ? SidecarPresence.Present : SidecarPresence.Unknown,
            SidecarReason = masks?.Unread?.Reason ?? "it is a gateway",
            IsGateway = true,
            Ports = PortsOf(values)
                .DistinctBy(port => port.Target)
                .ToDictionary(port => port.Target.ToString(CultureInfo.InvariantCulture), port => port.Target, StringComparer.Ordinal),
            Network = labels.GetValueOrDefault(MeshConfigurationReader.NetworkLabel) ?? mesh.Network,
            Unreadable = masks?.Unread,
        };
    }

    /// <summary>True where the chart makes a Service.</summary>
    /// <remarks>Source: https://github.com/istio/istio/blob/1.30.3/manifests/charts/gateway/templates/service.yaml.</remarks>
    public static bool HasService(ChartRelease release) => Field.From(release.Values)["service"]["type"].Text != "None";

    public static MeshService ServiceOf(ChartRelease release)
    {
        var values = Field.From(release.Values);
        var labels = LabelsOf(release, values);
        var name = NameOf(release, values);
        var masks = MaskedObject.From(release);
        return new()
        {
            Cluster = release.Cluster,
            Namespace = release.Namespace,
            Kind = "Service",
            Name = name,
            Host = ServiceDns.HostOf(name, release.Namespace),
            Labels = labels,
            Selector = new LabelSelector(labels.Where(label => label.Key is "app" or "istio").ToDictionary(StringComparer.Ordinal)),
            Ports =
            [
                .. PortsOf(values)
                    .Select(port => new ServicePort(
                        port.Number,
                        port.Name,
                        ServiceProtocol.Of(port.Name, null, port.Number),
                        new TargetPort(port.Target, null)
                    )),
            ],
            Type = values["service"]["type"].Text ?? "LoadBalancer",
            IsAtNodes = values["service"]["annotations"][IstioNames.NodesAnnotation].Exists,
            ExternalAddresses =
            [
                .. (
                    values["service"]["loadBalancerIP"].Text is { Length: > 0 } address
                        ? [address]
                        : values["service"]["externalIPs"].Texts()
                ).Where(one => !Mask.IsIn(one)),
            ],
            HiddenAddress = masks?.Hiding("service loadBalancerIP", "service externalIPs"),
            HiddenFront = masks?.Hiding("service ports", "networkGateway", "labels app", "labels istio"),
            HiddenNetwork =
                masks?.Hiding("networkGateway", $"labels {MeshConfigurationReader.NetworkLabel}")
                ?? (
                    values["service"]["type"].Text == "NodePort" ? masks?.Hiding($"service annotations {IstioNames.NodesAnnotation}") : null
                ),
            HidesType = masks?.Hiding("service type") is not null,
            HidesPorts = masks?.Hiding("service ports", "networkGateway") is not null,
            Unreadable = masks?.Unread,
        };
    }

    /// <summary>The labels by which its pods ask for their proxy.</summary>
    public static IReadOnlyDictionary<string, string> AsksOf(ChartRelease release)
    {
        Dictionary<string, string> labels = new(StringComparer.Ordinal) { [IstioNames.Inject] = "true" };
        if (Field.From(release.Values)["revision"].Scalar() is { Length: > 0 } revision)
        {
            labels["istio.io/rev"] = revision;
        }

        return labels;
    }

    private static string NameOf(ChartRelease release, Field values) => values["name"].Text is { Length: > 0 } name ? name : release.Name;

    // Source: gateway.serviceAccountName in _helpers.tpl of the chart.
    private static string AccountOf(ChartRelease release, Field values) =>
        values["serviceAccount"]["name"].Text is { Length: > 0 } account ? account
        : values["serviceAccount"]["create"].Value is false ? "default"
        : NameOf(release, values);

    private static Dictionary<string, string> LabelsOf(ChartRelease release, Field values)
    {
        var name = NameOf(release, values);
        Dictionary<string, string> labels = new(StringComparer.Ordinal)
        {
            ["app"] = name,
            ["istio"] = name.StartsWith("istio-", StringComparison.Ordinal) ? name["istio-".Length..] : name,
            ["app.kubernetes.io/name"] = name,
            ["app.kubernetes.io/instance"] = release.Name,
            ["app.kubernetes.io/managed-by"] = "Helm",
            ["app.kubernetes.io/part-of"] = "istio",
        };
        if (release.Version is { } version)
        {
            (labels["app.kubernetes.io/version"], labels["helm.sh/chart"]) = (version, $"gateway-{version.Replace('+', '_')}");
        }

        foreach (var (key, value) in AsksOf(release))
        {
            labels[key] = value;
        }

        foreach (var (key, value) in values["labels"].Map())
        {
            labels[key] = value;
        }

        if (values["networkGateway"].Text is { Length: > 0 } network)
        {
            labels[MeshConfigurationReader.NetworkLabel] = network;
        }

        // What is hidden as a whole may say something else of these as well.
        return Mask.IsIn(values["labels"].Text)
            ? new(StringComparer.Ordinal)
            : labels.Where(label => !Mask.IsIn(label.Value)).ToDictionary(StringComparer.Ordinal);
    }

    // The labels app and istio are there in any case, and may be others than they would be.
    private static HiddenLabels? HiddenLabelsOf(MaskedObject? masks)
    {
        var given = HiddenLabels.From(masks, "labels");
        return masks?.Hiding("networkGateway") is null
            ? given
            : new([.. given?.Keys ?? [], MeshConfigurationReader.NetworkLabel], given?.IsOpen == true);
    }

    private static IEnumerable<(string Name, int Number, int Target)> PortsOf(Field values)
    {
        if (values["networkGateway"].HasContent)
        {
            return NetworkPorts.Select(port => (port.Name, port.Number, port.Number));
        }

        var given = values["service"]["ports"];
        return given.Exists
            ? given
                .Items.Where(port => port["port"].Port() is not null)
                .Select(port =>
                    (port["name"].Text ?? "", port["port"].Port()!.Value, port["targetPort"].Port() ?? port["port"].Port()!.Value)
                )
            : DefaultPorts;
    }
}
