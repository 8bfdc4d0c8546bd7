namespace MeshStack.Manifests;

/// <summary>Rules on connection pools.</summary>
internal static class ConnectionPoolRules
{
    private static readonly string[] Kinds = ["DestinationRule", "Sidecar"];

    private static readonly string[] HttpLimits =
    [
        "http1MaxPendingRequests",
        "http2MaxRequests",
        "maxRequestsPerConnection",
        "maxRetries",
        "maxConcurrentStreams",
    ];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "connection-pool-empty",
            Severity.Error,
            Kinds,
            "A connection pool has tcp or http settings.",
            "An empty connection pool limits nothing.",
            "Give tcp or http settings, or remove the pool.",
            Empty
        ),
        new(
            "connection-pool-protocol",
            Severity.Error,
            Kinds,
            "A connection pool upgrades to HTTP/2 or uses the client's protocol, not both.",
            "The proxy cannot both upgrade every connection to HTTP/2 and keep the protocol that the client chose.",
            "Remove useClientProtocol, or do not upgrade.",
            Protocol
        ),
        new(
            "connection-pool-limit",
            Severity.Error,
            Kinds,
            "The limits of a connection pool are not negative.",
            "A negative limit has no meaning to Envoy, which counts from 0.",
            "Write 0 for the default, or a positive number.",
            Limit
        ),
        new(
            "connection-pool-keep-alive",
            Severity.Error,
            Kinds,
            "HTTP/2 pings have an interval and a timeout.",
            "A ping without an interval is never sent, and one without a timeout never fails.",
            "Give interval and timeout.",
            KeepAlive
        ),
    ];

    private static IEnumerable<Problem> Empty(Subject subject) =>
        from pool in ConnectionPools.Of(subject)
        where !pool["tcp"].Exists && !pool["http"].Exists
        select new Problem(pool, "The connection pool is empty; give tcp or http settings, or leave it out.");

    private static IEnumerable<Problem> Protocol(Subject subject) =>
        from pool in ConnectionPools.Of(subject)
        let http = pool["http"]
        where http["h2UpgradePolicy"].Text == "UPGRADE" && http["useClientProtocol"].IsTrue
        select new Problem(http, "h2UpgradePolicy is UPGRADE and useClientProtocol is true; only one of them decides the protocol.");

    private static IEnumerable<Problem> Limit(Subject subject) =>
        from pool in ConnectionPools.Of(subject)
        from field in HttpLimits.Select(key => pool["http"][key]).Append(pool["tcp"]["maxConnections"])
        where field.Integer < 0
        select new Problem(field, $"{field.Name} is {field.Integer}; it is 0 or more.");

    private static IEnumerable<Problem> KeepAlive(Subject subject) =>
        from pool in ConnectionPools.Of(subject)
        let pings = pool["http"]["http2KeepAlive"]
        from key in new[] { "interval", "timeout" }
        where pings.Exists && !pings[key].Exists
        select new Problem(pings, $"http2KeepAlive has no {key}; it needs both interval and timeout.");
}
