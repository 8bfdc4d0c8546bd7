using MeshStack.Infra.Definition.Yaml;
using MeshStack.Istio;

namespace MeshStack.Infra.Definition.Readers;

/// <summary>Reads load balancing and circuit breaking, in Istio's own words.</summary>
internal static class TrafficReader
{
    public static LoadBalancingArgs LoadBalancing(ObjectReader reader)
    {
        var balancing = new LoadBalancingArgs { Simple = reader.Text("simple") };
        if (reader.Object("consistentHash") is { } hash)
        {
            balancing.ConsistentHash = new ConsistentHashingArgs
            {
                HttpHeaderName = hash.Text("httpHeaderName"),
                HttpQueryParameterName = hash.Text("httpQueryParameterName"),
                UseSourceIp = hash.Flag("useSourceIp") ?? false,
                HttpCookie = hash.Object("httpCookie") is { } cookie ? Cookie(cookie) : null,
                MinimumRingSize = hash.Object("ringHash") is { } ring ? Sized(ring, "minimumRingSize") : null,
                MaglevTableSize = hash.Object("maglev") is { } maglev ? Sized(maglev, "tableSize") : null,
            };
            hash.Finish();
        }

        reader.Finish();
        return balancing;
    }

    public static ConnectionPoolSettingsArgs ConnectionPool(ObjectReader reader)
    {
        var pool = new ConnectionPoolSettingsArgs();
        if (reader.Object("tcp") is { } tcp)
        {
            pool.Tcp = Tcp(tcp);
        }

        if (reader.Object("http") is { } http)
        {
            pool.Http = Http(http);
        }

        if (!reader.Has("tcp") && !reader.Has("http"))
        {
            reader.Problems.Error(reader.Location, "connectionPool", "tcp or http is required");
        }

        reader.Finish();
        return pool;
    }

    public static OutlierDetectionArgs OutlierDetection(ObjectReader reader)
    {
        var outliers = new OutlierDetectionArgs();
        Set<int>(reader.Number("consecutive5xxErrors"), v => outliers.Consecutive5xxErrors = v);
        Set<int>(reader.Number("consecutiveGatewayErrors"), v => outliers.ConsecutiveGatewayErrors = v);
        Set<int>(reader.Number("consecutiveLocalOriginFailures"), v => outliers.ConsecutiveLocalOriginFailures = v);
        Set<bool>(reader.Flag("splitExternalLocalOriginErrors"), v => outliers.SplitExternalLocalOriginErrors = v);
        Set(reader.Duration("interval"), v => outliers.Interval = v);
        Set(reader.Duration("baseEjectionTime"), v => outliers.BaseEjectionTime = v);
        Set<int>(Percent(reader, "failurePercentageThreshold"), v => outliers.FailurePercentageThreshold = v);
        if (reader.Numbers("outlierDetectionHttpErrorCodes", 100, 599) is { Count: > 0 } statuses)
        {
            outliers.OutlierDetectionHttpErrorCodes = statuses;
        }

        Set<int>(Percent(reader, "maxEjectionPercent"), v => outliers.MaxEjectionPercent = v);
        Set<int>(Percent(reader, "minHealthPercent"), v => outliers.MinHealthPercent = v);
        reader.Finish();
        return outliers;
    }

    private static TcpConnectionPoolArgs Tcp(ObjectReader reader)
    {
        var tcp = new TcpConnectionPoolArgs();
        Set<int>(Positive(reader, "maxConnections"), v => tcp.MaxConnections = v);
        Set(reader.Duration("connectTimeout"), v => tcp.ConnectTimeout = v);
        Set(reader.Duration("idleTimeout"), v => tcp.IdleTimeout = v);
        Set(reader.Duration("maxConnectionDuration"), v => tcp.MaxConnectionDuration = v);
        reader.Finish();
        return tcp;
    }

    private static HttpConnectionPoolArgs Http(ObjectReader reader)
    {
        var http = new HttpConnectionPoolArgs();
        Set<int>(Positive(reader, "http1MaxPendingRequests"), v => http.Http1MaxPendingRequests = v);
        Set<int>(Positive(reader, "http2MaxRequests"), v => http.Http2MaxRequests = v);
        Set<int>(Positive(reader, "maxRequestsPerConnection"), v => http.MaxRequestsPerConnection = v);
        Set<int>(Positive(reader, "maxRetries"), v => http.MaxRetries = v);
        Set<int>(Positive(reader, "maxConcurrentStreams"), v => http.MaxConcurrentStreams = v);
        Set(reader.Duration("idleTimeout"), v => http.IdleTimeout = v);
        if (reader.Object("http2KeepAlive") is { } pings)
        {
            http.Http2KeepAlive = KeepAlive(pings);
        }

        reader.Finish();
        return http;
    }

    private static Http2KeepAliveArgs KeepAlive(ObjectReader reader)
    {
        var pings = new Http2KeepAliveArgs { Interval = reader.RequiredDuration("interval"), Timeout = reader.RequiredDuration("timeout") };
        reader.Finish();
        return pings;
    }

    private static StickyCookieArgs Cookie(ObjectReader reader)
    {
        var cookie = new StickyCookieArgs { Name = reader.Required("name"), Path = reader.Text("path"), Ttl = reader.Duration("ttl") ?? "0s" };
        reader.Finish();
        return cookie;
    }

    private static int? Sized(ObjectReader reader, string key)
    {
        var size = Positive(reader, key);
        reader.Finish();
        return size;
    }

    private static int? Positive(ObjectReader reader, string key) => Within(reader, key, 1, int.MaxValue, "1 or more");

    private static int? Percent(ObjectReader reader, string key) => Within(reader, key, 0, 100, "0 to 100");

    private static int? Within(ObjectReader reader, string key, int least, int most, string allowed)
    {
        var number = reader.Number(key);
        if (number is { } given && (given < least || given > most))
        {
            var path = reader.PathOf(key);
            reader.Problems.Error(reader.Lines.Find(path), path, $"{given} is out of range; allowed: {allowed}");
            return null;
        }

        return number;
    }

    private static void Set<T>(T? value, Action<T> set)
        where T : struct
    {
        if (value is { } given)
        {
            set(given);
        }
    }

    private static void Set(string? value, Action<string> set)
    {
        if (value != null)
        {
            set(value);
        }
    }
}
