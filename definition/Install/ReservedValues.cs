namespace MeshStack.Definition;

/// <summary>Values of the charts that are not the user's: an option names them, or what the mesh relies on would break without a
/// word.</summary>
internal static class ReservedValues
{
    private const string Pilot = "pilot";

    private const string NetworkLabel = "topology.istio.io/network";

    private const string Selected = "Gateways and policies of the mesh select the gateway by it";

    private const string Topology = "follows from the topology of the mesh";

    private const string Identity = "policies and certificates of the mesh name the gateway's service account";

    // These charts read what is under global as if it stood without it.
    private static readonly string[] Flattening = ["gateway", "ztunnel"];

    private static readonly (string Path, string Why)[] OfAnyChart =
    [
        Option("profile", "profile"),
        Option("global.profile", "profile"),
        Option("platform", "platform"),
        Option("global.platform", "platform"),
        Option("revision", "revision"),
        ("defaults", "the chart refuses it: give the values without this prefix"),
        ("_internal_defaults_do_not_set", "is the chart's own: give the values without this prefix"),
    ];

    private static readonly (string Path, string Why)[] OfTheReader =
    [
        ("global.readerServiceAccount", "the chart would not make istio-reader-service-account, by which other clusters read this one"),
        ("global.enableReaderRBAC", "without istio-reader-service-account no other cluster can read this one"),
    ];

    /// <summary>Keys of the mesh configuration, wherever it is given: a list that is given would take the place of the one that the mesh
    /// needs.</summary>
    public static IReadOnlyList<(string Path, string Why)> OfMeshConfig { get; } =
    [
        Option("trustDomain", "the cluster's trustDomain"),
        Option("trustDomainAliases", "trustDomainAliases"),
        Option("defaultConfig.proxyMetadata.ISTIO_META_DNS_CAPTURE", "dnsCapture"),
        Option("outboundTrafficPolicy.mode", "outboundTrafficPolicy"),
        ("defaultConfig.discoveryAddress", Topology),
        ("rootNamespace", "the control plane's namespace follows from the topology"),
    ];

    private static readonly Dictionary<string, (string Path, string Why)[]> OfCharts = new(StringComparer.Ordinal)
    {
        ["base"] =
        [
            .. OfAnyChart,
            .. OfTheReader,
            ("global.istioNamespace", "the control plane's namespace follows from the topology"),
            ("base.validationURL", Topology),
            (
                "defaultRevision",
                "follows from the revisions, and from where istiod runs: a webhook that no istiod keeps up to date would refuse every "
                    + "Istio object"
            ),
        ],
        ["cni"] = [.. OfAnyChart, .. Images("global.hub", "hub")],
        ["ztunnel"] =
        [
            .. OfAnyChart,
            .. Images("hub"),
            Option("network", "the cluster's network"),
            Option("multiCluster.clusterName", "the cluster's name"),
        ],
        ["gateway"] =
        [
            .. OfAnyChart,
            Option("name", "the gateway's own key"),
            Option("networkGateway", "eastWest"),
            Option("imagePullSecrets", "imagePullSecrets"),
            ("labels.app", Selected),
            ("labels.istio", Selected),
            ("serviceAccount.name", Identity),
            ("serviceAccount.create", Identity),
            ("networkGatewayPorts", "ServiceEntries and network gateways of the mesh name these ports"),
            ("env.ISTIO_META_REQUESTED_NETWORK_VIEW", "the chart sets this variable itself: it is the network of an east-west gateway"),
            ("service.selectorLabels", "the Service would lead to other pods"),
            Option("service.type", "serviceType"),
        ],
        ["istiod"] =
        [
            .. OfAnyChart,
            .. OfTheReader,
            .. OfMeshConfig.Select(r => r with { Path = "meshConfig." + r.Path }),
            .. Images("global.hub", "hub", "global.proxy.image", "global.proxy_init.image"),
            Option("revisionTags", "tags"),
            Option("global.meshID", "meshId"),
            Option("global.network", "the cluster's network"),
            Option("global.multiCluster.clusterName", "the cluster's name"),
            (
                "env.PILOT_TRACE_SAMPLING",
                "the chart sets this variable itself, and a second entry would contradict it: use the option traceSampling"
            ),
            Option("traceSampling", "traceSampling"),
            ("global.istioNamespace", "the control plane's namespace follows from the topology"),
            (
                "global.configValidation",
                "follows from where istiod runs: a webhook that no istiod keeps up to date would refuse every Istio object"
            ),
            ("global.configCluster", Topology),
            ("global.externalIstiod", Topology),
            ("global.operatorManageWebhooks", Topology),
            ("global.remotePilotAddress", Topology),
            ("istiodRemote", Topology),
            ("configMap", Topology),
            ("base.validationURL", Topology),
            ("env.PILOT_SKIP_VALIDATE_TRUST_DOMAIN", "proxies would take the certificates of every trust domain that the root signs for"),
            ("env.ISTIOD_CUSTOM_HOST", Topology),
            ("env.CLUSTER_ID", "is set by MeshStack: it is the cluster's name"),
            ("env.EXTERNAL_ISTIOD", Topology),
            ("env.SHARED_MESH_CONFIG", Topology),
            ("env.LOCAL_CLUSTER_SECRET_WATCHER", Topology),
            ("env.INJECTION_WEBHOOK_CONFIG_NAME", Topology),
            ("env.VALIDATION_WEBHOOK_CONFIG_NAME", Topology),
            ("env.ISTIO_MULTIROOT_MESH", "is set by MeshStack where the mesh trusts more than one root"),
            Option("cni.enabled", "cni"),
            ("trustedZtunnelNamespace", "is set by MeshStack: ztunnel's namespace follows from the platform"),
            (Pilot, "the chart lays what is under pilot over the values of the same names without it: give them without it"),
        ],
    };

    /// <summary>The given values that are reserved.</summary>
    public static IEnumerable<ArgsProblem> Of(string chart, string path, IReadOnlyDictionary<string, object> values)
    {
        var named = OfCharts[chart]
            .SelectMany(r =>
                Flattening.Contains(chart) && !r.Path.StartsWith("global.", StringComparison.Ordinal)
                    ? new[] { r, r with { Path = "global." + r.Path } }
                    : [r]
            );
        return named
            .Where(r => ChartValues.At(values, r.Path) is not null)
            .Select(r => new ArgsProblem($"{path}.{r.Path}", r.Why))
            .DistinctBy(p => p.Path)
            .Concat(
                chart switch
                {
                    "gateway" => Replicas(path, values, "autoscaling.enabled").Concat(Network(path, values)),
                    "istiod" => Replicas(path, values, "autoscaleEnabled"),
                    _ => [],
                }
            );
    }

    private static (string Path, string Why) Option(string path, string option) => (path, $"is set by MeshStack: use {option}");

    private static IEnumerable<(string Path, string Why)> Images(params string[] more) =>
        more.Append("image")
            .Append("tag")
            .Append("global.tag")
            .Append("imagePullSecrets")
            .Append("global.imagePullSecrets")
            .Distinct(StringComparer.Ordinal)
            .Select(p =>
                Option(
                    p,
                    p.EndsWith("hub", StringComparison.Ordinal) ? "hub"
                        : p.EndsWith("Secrets", StringComparison.Ordinal) ? "imagePullSecrets"
                        : p.EndsWith("tag", StringComparison.Ordinal) ? "version, or images for an image of another name"
                        : "images"
                )
            );

    // The key has dots of its own.
    private static IEnumerable<ArgsProblem> Network(string path, IReadOnlyDictionary<string, object> values) =>
        from labels in new[] { "labels", "global.labels" }
        where ChartValues.At(values, labels) is IReadOnlyDictionary<string, object> given && given.ContainsKey(NetworkLabel)
        select new ArgsProblem(
            $"{path}.{labels}.{NetworkLabel}",
            "is set by MeshStack: the east-west gateway has the cluster's network, and no other gateway is one between networks"
        );

    private static IEnumerable<ArgsProblem> Replicas(string path, IReadOnlyDictionary<string, object> values, string autoscaling)
    {
        if (ChartValues.At(values, "replicaCount") is not { } replicas)
        {
            yield break;
        }

        if (ChartValues.At(values, autoscaling) is not false)
        {
            yield return new(
                $"{path}.replicaCount",
                "is ignored while the autoscaler is on: use minReplicas and maxReplicas, or replicas for a fixed number"
            );
        }
        else if (replicas is 0 or "0")
        {
            yield return ArgsProblem.Warning($"{path}.replicaCount", "0: no pod runs, and nothing answers; give 1 or more");
        }
    }
}
