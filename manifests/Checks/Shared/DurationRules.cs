namespace MeshStack.Manifests;

/// <summary>The rule on durations of traffic settings.</summary>
internal static class DurationRules
{
    private const decimal Millisecond = 1_000_000;

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "duration",
            Severity.Error,
            ["DestinationRule", "RequestAuthentication", "Sidecar", "VirtualService"],
            "A duration has a unit and is a whole number of milliseconds, at least one.",
            "Istio parses times with a unit and passes whole milliseconds to Envoy, so this one would be read as another or "
                + "not at all.",
            "Write a number and a unit, such as 500ms or 15s.",
            Check
        ),
    ];

    private static IEnumerable<Problem> Check(Subject subject)
    {
        var fields = subject.Kind switch
        {
            "VirtualService" => OfRoutes(subject),
            "RequestAuthentication" => subject.Spec["jwtRules"].Items.Select(rule => rule["timeout"]),
            _ => ConnectionPools.Of(subject).SelectMany(OfPool).Concat(TrafficPolicies.Of(subject).SelectMany(OfPolicy)),
        };
        foreach (var field in fields)
        {
            if (field.Number is not null)
            {
                yield return new(field, $"The duration {field.Value} has no unit; write {field.Value}s, {field.Value}m or the like.");
            }
            else if (field.Text is { } text && !Placeholder.IsIn(text) && WhyNot(text) is { } reason && !MayBeShort(field, text))
            {
                yield return new(
                    field,
                    $"\"{text}\" {reason}; a duration is at least 1ms, in whole milliseconds, such as 500ms, 15s or 1h30m."
                );
            }
        }
    }

    // A cookie may live for any time, and an idle timeout of TCP connections that is shorter than a millisecond is none.
    private static bool MayBeShort(Field field, string text) =>
        Duration.Nanoseconds(text) is { } length
        && (
            field.Name == "ttl"
            || (length is > -Millisecond and < Millisecond && field.Path.EndsWith("tcp.idleTimeout", StringComparison.Ordinal))
        );

    private static string? WhyNot(string text) =>
        Duration.Nanoseconds(text) switch
        {
            null => "is no duration",
            < Millisecond => "is shorter than 1ms",
            { } length when length % Millisecond != 0 => "is not in whole milliseconds",
            _ => null,
        };

    private static IEnumerable<Field> OfRoutes(Subject subject) =>
        subject
            .Spec["http"]
            .Items.SelectMany(route =>
                new[]
                {
                    route["timeout"],
                    route["retries"]["perTryTimeout"],
                    route["retries"]["backoff"],
                    route["fault"]["delay"]["fixedDelay"],
                    route["fault"]["delay"]["exponentialDelay"],
                    route["corsPolicy"]["maxAge"],
                }
            );

    private static IEnumerable<Field> OfPool(Field pool)
    {
        var tcp = pool["tcp"];
        return
        [
            pool["http"]["idleTimeout"],
            tcp["connectTimeout"],
            tcp["maxConnectionDuration"],
            tcp["idleTimeout"],
            tcp["tcpKeepalive"]["time"],
            tcp["tcpKeepalive"]["interval"],
        ];
    }

    private static IEnumerable<Field> OfPolicy(Field policy)
    {
        var outlier = policy["outlierDetection"];
        var balancer = policy["loadBalancer"];
        return
        [
            outlier["interval"],
            outlier["baseEjectionTime"],
            balancer["warmup"]["duration"],
            balancer["warmupDurationSecs"],
            balancer["consistentHash"]["httpCookie"]["ttl"],
        ];
    }
}
