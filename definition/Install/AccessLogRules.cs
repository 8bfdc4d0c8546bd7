using System.Text.Json;
using System.Text.RegularExpressions;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Formats of access logs: of one that Envoy cannot parse it takes no configuration with the log in it.</summary>
/// <remarks>https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage#command-operators.</remarks>
internal static partial class AccessLogRules
{
    private const string Json = "JSON";

    private static readonly string[] Operators =
    [
        "ACCESS_LOG_TYPE",
        "BYTES_RECEIVED",
        "BYTES_SENT",
        "CONNECTION_ID",
        "CONNECTION_TERMINATION_DETAILS",
        "DOWNSTREAM_DIRECT_REMOTE_ADDRESS",
        "DOWNSTREAM_LOCAL_ADDRESS",
        "DOWNSTREAM_LOCAL_PORT",
        "DOWNSTREAM_LOCAL_URI_SAN",
        "DOWNSTREAM_PEER_SUBJECT",
        "DOWNSTREAM_PEER_URI_SAN",
        "DOWNSTREAM_REMOTE_ADDRESS",
        "DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT",
        "DOWNSTREAM_TLS_CIPHER",
        "DOWNSTREAM_TLS_VERSION",
        "DURATION",
        "DYNAMIC_METADATA",
        "FILTER_STATE",
        "GRPC_STATUS",
        "HOSTNAME",
        "METADATA",
        "PROTOCOL",
        "REQ",
        "REQUESTED_SERVER_NAME",
        "REQUEST_DURATION",
        "REQUEST_TX_DURATION",
        "RESP",
        "RESPONSE_CODE",
        "RESPONSE_CODE_DETAILS",
        "RESPONSE_DURATION",
        "RESPONSE_FLAGS",
        "RESPONSE_TX_DURATION",
        "ROUTE_NAME",
        "START_TIME",
        "TRAILER",
        "UPSTREAM_CLUSTER",
        "UPSTREAM_HOST",
        "UPSTREAM_LOCAL_ADDRESS",
        "UPSTREAM_PEER_URI_SAN",
        "UPSTREAM_REMOTE_ADDRESS",
        "UPSTREAM_REQUEST_ATTEMPT_COUNT",
        "UPSTREAM_TRANSPORT_FAILURE_REASON",
        "VIRTUAL_CLUSTER_NAME",
    ];

    /// <summary>What is wrong with a format.</summary>
    /// <param name="path">Where it is given.</param>
    /// <param name="format">The format.</param>
    /// <param name="encoding">The encoding that counts; null for that of text.</param>
    public static IEnumerable<ArgsProblem> Problems(string path, string format, string? encoding)
    {
        if (encoding == Json && !IsJson(format))
        {
            yield return ArgsProblem.Warning(
                path,
                "is no JSON object, and accessLogEncoding is JSON: istiod would log in its default format; write {\"KEY\": \"%OPERATOR%\"}"
            );
        }

        foreach (Match at in Percent().Matches(format).Cast<Match>())
        {
            if (!at.Groups["operator"].Success && at.Value != "%%")
            {
                yield return new(
                    path,
                    $"'{at.Value}' begins no operator: Envoy would refuse every listener that logs; write %OPERATOR%, or %% for a percent "
                        + "sign"
                );
            }
            else if (
                at.Groups["operator"] is { Success: true, Value: var given }
                && !Operators.Contains(given)
                && Spelling.Find(given, Operators) is { } meant
                && NearMiss.Of(given, meant)
            )
            {
                yield return ArgsProblem.Warning(
                    path,
                    $"'%{given}%' is no operator that MeshStack knows of Envoy; did you mean %{meant}%?"
                );
            }
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // As Envoy reads an operator, else the text up to the next blank.
    [GeneratedRegex(@"%%|%(?<operator>[A-Z0-9_]+)(\((?:[^()]|\([^()]*\))*\))?(:[0-9]+)?%|%[^\s%]*%?", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();
}
