using System.Collections.Frozen;

namespace MeshStack.Manifests;

/// <summary>Rules on the places that the patches of an EnvoyFilter match.</summary>
internal static class EnvoyMatchRules
{
    private const string ConnectionManager = "envoy.filters.network.http_connection_manager";
    private const string OldConnectionManager = "envoy.http_connection_manager";

    private static readonly string[] ObjectTypes = ["listener", "routeConfiguration", "cluster", "waypoint"];

    private static readonly FrozenDictionary<string, string> NewNames = new Dictionary<string, string>
    {
        ["envoy.buffer"] = "envoy.filters.http.buffer",
        ["envoy.cors"] = "envoy.filters.http.cors",
        ["envoy.csrf"] = "envoy.filters.http.csrf",
        ["envoy.http_dynamo_filter"] = "envoy.filters.http.dynamo",
        ["envoy.ext_authz"] = "envoy.filters.http.ext_authz or envoy.filters.network.ext_authz",
        ["envoy.fault"] = "envoy.filters.http.fault",
        ["envoy.grpc_http1_bridge"] = "envoy.filters.http.grpc_http1_bridge",
        ["envoy.grpc_json_transcoder"] = "envoy.filters.http.grpc_json_transcoder",
        ["envoy.grpc_web"] = "envoy.filters.http.grpc_web",
        ["envoy.gzip"] = "envoy.filters.http.gzip",
        ["envoy.health_check"] = "envoy.filters.http.health_check",
        ["envoy.ip_tagging"] = "envoy.filters.http.ip_tagging",
        ["envoy.lua"] = "envoy.filters.http.lua",
        ["envoy.rate_limit"] = "envoy.filters.http.ratelimit",
        ["envoy.router"] = "envoy.filters.http.router",
        ["envoy.squash"] = "envoy.filters.http.squash",
        ["envoy.listener.http_inspector"] = "envoy.filters.listener.http_inspector",
        ["envoy.listener.original_dst"] = "envoy.filters.listener.original_dst",
        ["envoy.listener.original_src"] = "envoy.filters.listener.original_src",
        ["envoy.listener.proxy_protocol"] = "envoy.filters.listener.proxy_protocol",
        ["envoy.listener.tls_inspector"] = "envoy.filters.listener.tls_inspector",
        ["envoy.client_ssl_auth"] = "envoy.filters.network.client_ssl_auth",
        [OldConnectionManager] = ConnectionManager,
        ["envoy.mongo_proxy"] = "envoy.filters.network.mongo_proxy",
        ["envoy.ratelimit"] = "envoy.filters.network.ratelimit",
        ["envoy.redis_proxy"] = "envoy.filters.network.redis_proxy",
        ["envoy.tcp_proxy"] = "envoy.filters.network.tcp_proxy",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "envoy-filter-match",
            Severity.Error,
            "EnvoyFilter",
            "A match is of the kind that the patch applies to: listener, routeConfiguration or cluster.",
            "What is matched is never of the kind that is patched, so the patch would find no place.",
            "Match the listener, routeConfiguration or cluster that the patch applies to.",
            Match
        ),
        new(
            "envoy-filter-match-filter",
            Severity.Error,
            "EnvoyFilter",
            "A matched filter has a name; a subFilter too, within the HTTP connection manager of an HTTP_FILTER.",
            "A filter without a name, or within one that holds none, cannot be found in a proxy's configuration.",
            "Name the filter, and match a subFilter only within the HTTP connection manager for an HTTP_FILTER.",
            Filter
        ),
        new(
            "envoy-filter-match-unused",
            Severity.Warning,
            "EnvoyFilter",
            "A filter is matched only where a filter is patched.",
            "The match of the filter is ignored, so the patch applies to more listeners or chains than was meant.",
            "Remove the filter from the match, or apply the patch to it.",
            Unused
        ),
        new(
            "envoy-filter-old-name",
            Severity.Warning,
            "EnvoyFilter",
            "Filters are matched by their present names.",
            "istiod translates the old name for now, and the patch finds nothing once it stops.",
            "Write the name that the finding gives.",
            OldName
        ),
    ];

    private static IEnumerable<(Field Patch, Field Filter)> Filters(Subject subject) =>
        from patch in EnvoyPatches.Of(subject)
        where EnvoyPatches.IsOfListener(patch)
        let filter = patch["match"]["listener"]["filterChain"]["filter"]
        where filter.Exists
        select (patch, filter);

    private static IEnumerable<Problem> Match(Subject subject)
    {
        foreach (var patch in EnvoyPatches.Of(subject))
        {
            var target = EnvoyPatches.TargetOf(patch);
            var right = target switch
            {
                "ROUTE_CONFIGURATION" or "VIRTUAL_HOST" or "HTTP_ROUTE" => "routeConfiguration",
                "CLUSTER" => "cluster",
                _ => EnvoyPatches.IsOfListener(patch) ? "listener" : null,
            };
            if (right is not null && !patch["match"][right].Exists)
            {
                foreach (var given in ObjectTypes.Select(key => patch["match"][key]).Where(given => given.Exists))
                {
                    yield return new(given, $"The patch applies to {target}, but its match is of a {given.Name}; match a {right}.");
                }
            }
        }
    }

    private static IEnumerable<Problem> Filter(Subject subject)
    {
        foreach (var (patch, filter) in Filters(subject))
        {
            var (name, sub) = (filter["name"].Text ?? "", filter["subFilter"]);
            if (name.Length == 0)
            {
                yield return new(filter, $"The matched filter has no name; give it, such as {ConnectionManager}.");
            }
            else if (sub.Exists)
            {
                if (EnvoyPatches.TargetOf(patch) != "HTTP_FILTER")
                {
                    yield return new(sub, $"A subFilter is matched for a {EnvoyPatches.TargetOf(patch)}; only an HTTP_FILTER has one.");
                }
                else if (name is not (ConnectionManager or OldConnectionManager))
                {
                    yield return new(filter["name"], $"A subFilter of {name} is matched; only {ConnectionManager} has some.");
                }
                else if (!sub["name"].HasContent)
                {
                    yield return new(sub, "The matched subFilter has no name; give it, such as envoy.filters.http.router.");
                }
            }
        }
    }

    private static IEnumerable<Problem> Unused(Subject subject) =>
        from entry in Filters(subject)
        where EnvoyPatches.TargetOf(entry.Patch) is "LISTENER" or "FILTER_CHAIN"
        select new Problem(
            entry.Filter,
            $"A filter is matched, which has no effect on a patch of a {EnvoyPatches.TargetOf(entry.Patch)}; leave it out."
        );

    private static IEnumerable<Problem> OldName(Subject subject) =>
        from entry in Filters(subject)
        from name in new[] { entry.Filter["name"], entry.Filter["subFilter"]["name"] }
        where name.Text is { } text && NewNames.ContainsKey(text)
        select new Problem(name, $"{name.Text} is the filter's old name; it is {NewNames[name.Text!]} now.");
}
