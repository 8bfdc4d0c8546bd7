using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;

namespace MeshStack.Analysis.Config.Objects;

/// <summary>Reads what is redirected to proxies: the injector's values, and over them a pod's own annotations.</summary>
/// <remarks>Source: manifests/charts/istio-control/istio-discovery/files/injection-template.yaml of istio/istio, release 1.30.</remarks>
internal static class RedirectionReader
{
    private const string Prefix = "traffic.sidecar.istio.io/";
    private const string Mode = "sidecar.istio.io/interceptionMode";

    private static readonly string[] Interfaces =
    [
        $"{Prefix}kubevirtInterfaces",
        $"{Prefix}excludeInterfaces",
        "istio.io/reroute-virtual-interfaces",
    ];

    /// <summary>The annotations by which pods say otherwise.</summary>
    public static IEnumerable<string> Annotations =>
        [
            Mode,
            .. Interfaces,
            .. new[]
            {
                "includeInboundPorts",
                "excludeInboundPorts",
                "includeOutboundIPRanges",
                "excludeOutboundIPRanges",
                "includeOutboundPorts",
                "excludeOutboundPorts",
            }.Select(name => Prefix + name),
        ];

    /// <summary>What a cluster's injector does with pods that do not say.</summary>
    public static Redirection Of(IReadOnlyList<ChartRelease> releases, ClusterObjects objects, ClusterMasks masks)
    {
        var controlPlanes = releases.Where(release => release.IsControlPlane).ToArray();
        var charts = controlPlanes.Select(release => Field.From(release.Values)).ToArray();
        var maps = objects.Of("ConfigMap");
        var injectors = maps.Where(map => map.Name.StartsWith("istio-sidecar-injector", StringComparison.Ordinal)).ToArray();
        var proxies = charts.Concat(injectors.Select(map => Read(map, "values"))).Select(values => values["global"]["proxy"]);
        var configs = charts
            .Select(values => values["meshConfig"])
            .Concat(maps.Where(map => map.Name == "istio").Select(map => Read(map, "mesh")))
            .Select(mesh => mesh["defaultConfig"]);
        var mode = configs.Aggregate(Redirection.Everything, Moded);
        var said = proxies.Where(proxy => proxy.Exists).Select(proxy => Over(mode, proxy)).Distinct().ToArray();
        var hidden = controlPlanes
            .Select(release => MaskedObject.From(release)?.Hiding("global proxy"))
            .Concat(injectors.Select(map => masks.Of(map)?.Hiding("data values")))
            .FirstHidden();
        return said.Length switch
        {
            _ when hidden is not null => mode with { Unknown = hidden.Reason },
            0 => mode,
            1 => said[0],
            _ => mode with { Unknown = "several injectors redirect differently" },
        };
    }

    /// <summary>What is done with one pod.</summary>
    public static Redirection Of(PodTemplate pod, Field? proxyConfig, Redirection injector)
    {
        var (notes, over) = (pod.Annotations, proxyConfig is null ? injector : Moded(injector, proxyConfig));
        return over with
        {
            IsPastOutbound = pod.RunsAsProxy,
            IsOff = notes[Mode].Text is { } mode ? mode == "NONE" : over.IsOff,
            InboundPorts = Given("includeInboundPorts", over.InboundPorts),
            ExcludedInboundPorts = Given("excludeInboundPorts", over.ExcludedInboundPorts),
            OutboundRanges = Given("includeOutboundIPRanges", over.OutboundRanges),
            ExcludedOutboundRanges = Given("excludeOutboundIPRanges", over.ExcludedOutboundRanges),
            OutboundPorts = Given("includeOutboundPorts", over.OutboundPorts),
            ExcludedOutboundPorts = Given("excludeOutboundPorts", over.ExcludedOutboundPorts),
            Unknown = Interfaces.FirstOrDefault(name => notes[name].HasContent) is { } one ? $"{one} is not evaluated" : over.Unknown,
        };

        string Given(string name, string otherwise) => notes[Prefix + name].Scalar() ?? otherwise;
    }

    private static Redirection Over(Redirection under, Field proxy) =>
        under with
        {
            InboundPorts = proxy["includeInboundPorts"].Scalar() ?? under.InboundPorts,
            ExcludedInboundPorts = proxy["excludeInboundPorts"].Scalar() ?? under.ExcludedInboundPorts,
            OutboundRanges = proxy["includeIPRanges"].Scalar() ?? under.OutboundRanges,
            ExcludedOutboundRanges = proxy["excludeIPRanges"].Scalar() ?? under.ExcludedOutboundRanges,
            OutboundPorts = proxy["includeOutboundPorts"].Scalar() ?? under.OutboundPorts,
            ExcludedOutboundPorts = proxy["excludeOutboundPorts"].Scalar() ?? under.ExcludedOutboundPorts,
        };

    private static Redirection Moded(Redirection under, Field proxyConfig) =>
        proxyConfig["interceptionMode"].Text is { } mode ? under with { IsOff = mode == "NONE" } : under;

    private static Field Read(Manifest map, string key) =>
        Field.From(map.Body)["data"][key].Text is { } text && !Mask.IsIn(text) && YamlDocument.TryRead(text) is { } document
            ? document
            : Field.From(new Dictionary<string, object?>());
}
