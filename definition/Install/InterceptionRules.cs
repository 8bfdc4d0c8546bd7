using System.Collections;
using System.Globalization;

namespace MeshStack.Definition;

/// <summary>Values and mesh configuration that lead the traffic of every pod around its sidecar.</summary>
/// <remarks>Source: pkg/kube/inject/validate.go and tools/istio-iptables/pkg/capture/run.go of istio/istio.</remarks>
internal static class InterceptionRules
{
    private const string Proxy = "global.proxy";
    private const string Annotation = "traffic.sidecar.istio.io/";
    private const string Everything = "*";

    // By key, the annotation by which single pods say the same.
    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["includeInboundPorts"] = "includeInboundPorts",
        ["excludeInboundPorts"] = "excludeInboundPorts",
        ["includeIPRanges"] = "includeOutboundIPRanges",
        ["excludeIPRanges"] = "excludeOutboundIPRanges",
        ["includeOutboundPorts"] = "includeOutboundPorts",
        ["excludeOutboundPorts"] = "excludeOutboundPorts",
    };

    public static IEnumerable<ArgsProblem> Problems(IstioInstallSettings settings)
    {
        foreach (var (key, annotation) in Lists)
        {
            var path = $"{Proxy}.{key}";
            if (ChartValues.At(settings.Values?.Istiod, path) is not { } value)
            {
                continue;
            }

            var at = "values.istiod." + path;
            if (TextOf(value) is not { } list)
            {
                yield return new(at, "expected a text: a list with commas between");
            }
            else if (Wrong(key, list) is { } item)
            {
                yield return new(
                    at,
                    key.EndsWith("Ports", StringComparison.Ordinal)
                        ? $"'{item}' is no port from 1 to 65535: the pods' init container would fail, and none would start"
                        : $"'{item}' is no block of addresses, such as 10.0.0.0/8: the pods' init container would fail, and none would "
                            + "start"
                );
            }
            else if (Effect(key, list) is { } effect)
            {
                yield return ArgsProblem.Warning(
                    at,
                    $"{effect}; remove it, and say it at the pods that need it ({Annotation}{annotation})"
                );
            }
        }

        foreach (var path in ModesOf(settings))
        {
            yield return ArgsProblem.Warning(
                path,
                "NONE: nothing is led to the sidecars, so that neither mutual TLS nor policies hold for any pod; remove it, and say it at "
                    + "the pods that need it (sidecar.istio.io/interceptionMode)"
            );
        }
    }

    /// <summary>What leads connections to a port of pods around their sidecars; null where nothing is known to.</summary>
    /// <param name="injector">The installation of the istiod that injects the pods.</param>
    /// <param name="port">The port of the pods; null where it is not known.</param>
    public static (string Path, string Why)? PastSidecar(IstioInstallSettings injector, int? port)
    {
        if (ModesOf(injector).FirstOrDefault() is { } mode)
        {
            return (mode, "interceptionMode is NONE");
        }

        var (included, excluded) = (List(injector, "includeInboundPorts"), List(injector, "excludeInboundPorts"));
        return included is not null and not Everything && (port is { } one ? !Ports(included).Contains(one) : Ports(included).Length == 0)
                ? ($"values.istiod.{Proxy}.includeInboundPorts", $"includeInboundPorts is '{included}'")
            : included is null or Everything && port is { } other && Ports(excluded ?? "").Contains(other)
                ? ($"values.istiod.{Proxy}.excludeInboundPorts", $"excludeInboundPorts is '{excluded}'")
            : null;
    }

    private static IEnumerable<string> ModesOf(IstioInstallSettings settings)
    {
        const string key = "defaultConfig.interceptionMode";
        return new[]
        {
            (Path: $"meshConfig.{key}", Value: ChartValues.At(settings.MeshConfig, key)),
            (Path: $"values.istiod.meshConfig.{key}", Value: ChartValues.At(settings.Values?.Istiod, $"meshConfig.{key}")),
        }
            .Where(given => given.Value is "NONE")
            .Select(given => given.Path);
    }

    private static string? Effect(string key, string list) =>
        (key, list.Trim()) switch
        {
            ("includeInboundPorts", Everything) or ("includeIPRanges", Everything) => null,
            ("includeInboundPorts", "") => "empty: no connection to any pod passes its sidecar, so that nothing is checked",
            ("includeInboundPorts", _) => $"connections to other ports than {list} go past the sidecar of every pod, and are not checked",
            ("includeIPRanges", "") =>
                "empty: calls of all pods go past their sidecars, without mutual TLS, and services that want it refuse " + "them",
            ("includeIPRanges", _) => $"calls to other addresses than {list} go past the sidecar of every pod, without mutual TLS",
            // It takes in what others leave out.
            ("includeOutboundPorts", _) or (_, "") => null,
            ("excludeInboundPorts", _) => $"connections to {list} of every pod go past its sidecar, and are not checked",
            _ => $"calls to {list} go past the sidecar of every pod, without mutual TLS",
        };

    private static string? Wrong(string key, string list) =>
        list.Trim() == Everything && key is "includeInboundPorts" or "includeIPRanges" ? null
        : key.EndsWith("Ports", StringComparison.Ordinal) ? Items(list).FirstOrDefault(item => Port(item) is null)
        : Items(list).FirstOrDefault(item => !item.Contains('/', StringComparison.Ordinal) || AddressBlocks.Wrong(item) is not null);

    private static string? List(IstioInstallSettings settings, string key) =>
        ChartValues.At(settings.Values?.Istiod, $"{Proxy}.{key}") is { } value ? TextOf(value) : null;

    private static string? TextOf(object value) =>
        value is IEnumerable and not string ? null : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static int[] Ports(string list) => [.. Items(list).Select(Port).OfType<int>()];

    private static int? Port(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 ? port : null;

    private static string[] Items(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
