using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MeshStack.Definition;

/// <summary>What values of the mesh configuration have to be: istiod reads none of it where one value is of another type.</summary>
/// <remarks>https://github.com/istio/api/tree/master/mesh/v1alpha1, config.proto and proxy.proto, in the JSON of protocol
/// buffers.</remarks>
internal static partial class MeshConfigTypes
{
    private const string Proxy = "defaultConfig.";

    private static readonly string[] Flags =
    [
        "enableTracing",
        "enableEnvoyAccessLogService",
        "disableEnvoyListenerLog",
        "enableAutoMtls",
        "enablePrometheusMerge",
        "verifyCertificateAtClient",
        "ca.istiodSide",
        Proxy + "holdApplicationUntilProxyStarts",
        Proxy + "tracing.enableIstioTags",
    ];

    private static readonly string[] Durations =
    [
        "connectTimeout",
        "hboneIdleTimeout",
        "protocolDetectionTimeout",
        "dnsRefreshRate",
        "ca.requestTimeout",
        Proxy + "drainDuration",
        Proxy + "parentShutdownDuration",
        Proxy + "discoveryRefreshDelay",
        Proxy + "terminationDrainDuration",
        Proxy + "fileFlushInterval",
    ];

    private static readonly string[] Texts = [Proxy + "proxyMetadata", Proxy + "runtimeValues"];

    private static readonly (string Path, string[] Allowed)[] Choices =
    [
        ("ingressControllerMode", ["UNSPECIFIED", "OFF", "DEFAULT", "STRICT"]),
        ("inboundTrafficPolicy.mode", ["PASSTHROUGH", "LOCALHOST"]),
        ("h2UpgradePolicy", ["DO_NOT_UPGRADE", "UPGRADE"]),
        ("pathNormalization.normalization", ["DEFAULT", "NONE", "BASE", "MERGE_SLASHES", "DECODE_AND_MERGE_SLASHES"]),
        (Proxy + "interceptionMode", ["REDIRECT", "TPROXY", "NONE"]),
        (Proxy + "controlPlaneAuthPolicy", ["NONE", "MUTUAL_TLS"]),
        (
            Proxy + "gatewayTopology.forwardClientCertDetails",
            ["UNDEFINED", "SANITIZE", "FORWARD_ONLY", "APPEND_FORWARD", "SANITIZE_SET", "ALWAYS_FORWARD_ONLY"]
        ),
    ];

    /// <summary>The values that are of another type than their key.</summary>
    /// <param name="path">Where the configuration stands.</param>
    /// <param name="config">The configuration.</param>
    public static IEnumerable<ArgsProblem> Problems(string path, IReadOnlyDictionary<string, object> config)
    {
        foreach (var key in Flags)
        {
            if (ChartValues.At(config, key) is { } given and not bool)
            {
                yield return new(
                    $"{path}.{key}",
                    $"expected true or false, got {Shown(given)}: istiod would not read the mesh configuration"
                        + (given is "true" or "false" ? "; remove the quotes" : "")
                );
            }
        }

        foreach (var key in Durations)
        {
            if (ChartValues.At(config, key) is { } given && !(given is string text && Seconds().IsMatch(text)))
            {
                yield return new(
                    $"{path}.{key}",
                    $"expected seconds, such as 10s or 0.5s, got {Shown(given)}: mesh configuration takes no other unit"
                );
            }
        }

        foreach (var key in Texts)
        {
            foreach (
                var (name, value) in (ChartValues.At(config, key) as IReadOnlyDictionary<string, object> ?? Empty.Map<object>())
                    .Where(entry => entry.Value is not string)
                    .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            )
            {
                yield return new(
                    $"{path}.{key}.{name}",
                    $"expected a text, got {Shown(value)}: istiod would not read the mesh configuration"
                        + (value is IEnumerable ? "" : "; put it in quotes")
                );
            }
        }

        if (ChartValues.At(config, Proxy + "concurrency") is { } threads && Number(threads) is not >= 0)
        {
            yield return new(
                $"{path}.{Proxy}concurrency",
                $"expected a number of threads, 0 for one per core, got {Shown(threads)}: no proxy would start"
            );
        }

        foreach (var (key, allowed) in Choices)
        {
            if (ChartValues.At(config, key) is { } given && !(given is string text && allowed.Contains(text)))
            {
                yield return ArgsProblem.NotAllowed($"{path}.{key}", Plain(given), "allowed here", allowed);
            }
        }
    }

    /// <summary>A whole number, which the JSON of protocol buffers takes in quotes as well.</summary>
    public static int? Number(object given) =>
        given is int number
        || (given is string text && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            ? number
            : null;

    private static string Shown(object given) =>
        given switch
        {
            IReadOnlyDictionary<string, object> => "a mapping",
            IEnumerable and not string => "a list",
            _ => $"'{Plain(given)}'",
        };

    private static string Plain(object given) =>
        given switch
        {
            true => "true",
            false => "false",
            _ => FormattableString.Invariant($"{given}"),
        };

    // https://protobuf.dev/reference/protobuf/google.protobuf/#duration.
    [GeneratedRegex("^[0-9]+(\\.[0-9]{1,9})?s$", RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();
}
