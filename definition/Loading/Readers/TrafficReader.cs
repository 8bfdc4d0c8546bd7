using MeshStack.Definition.Istio;

namespace MeshStack.Definition;

/// <summary>Reads load balancing and circuit breaking, in Istio's own words.</summary>
internal static class TrafficReader
{
    public static LoadBalancingSettings LoadBalancing(ObjectReader reader)
    {
        var balancing = new LoadBalancingSettings { Simple = reader.Text("simple") };
        if (reader.Object("consistentHash") is { } hash)
        {
            var consistent = new ConsistentHashingSettings
            {
                HttpHeaderName = hash.Text("httpHeaderName"),
                HttpQueryParameterName = hash.Text("httpQueryParameterName"),
                UseSourceIp = hash.Flag("useSourceIp") ?? false,
                HttpCookie = hash.Object("httpCookie") is { } cookie ? Cookie(cookie) : null,
                MinimumRingSize = hash.Object("ringHash") is { } ring ? Sized(ring, "minimumRingSize") : null,
                MaglevTableSize = hash.Object("maglev") is { } maglev ? Sized(maglev, "tableSize") : null,
            };
            hash.Finish();
            balancing = balancing with { ConsistentHash = consistent };
        }

        reader.Finish();
        return balancing;
    }

    public static ConnectionPoolSettings ConnectionPool(ObjectReader reader)
    {
        var pool = new ConnectionPoolSettings
        {
            Tcp = reader.Object("tcp") is { } tcp ? Tcp(tcp) : null,
            Http = reader.Object("http") is { } http ? Http(http) : null,
        };

        if (!reader.Has("tcp") && !reader.Has("http"))
        {
            reader.Problems.Error(reader.Location, "connectionPool", "tcp or http is required");
        }

        reader.Finish();
        return pool;
    }

    public static OutlierDetection OutlierDetection(ObjectReader reader)
    {
        var outliers = new OutlierDetection
        {
            Consecutive5xxErrors = reader.Number("consecutive5xxErrors"),
            ConsecutiveGatewayErrors = reader.Number("consecutiveGatewayErrors"),
            ConsecutiveLocalOriginFailures = reader.Number("consecutiveLocalOriginFailures"),
            SplitExternalLocalOriginErrors = reader.Flag("splitExternalLocalOriginErrors"),
            Interval = reader.Duration("interval"),
            BaseEjectionTime = reader.Duration("baseEjectionTime"),
            FailurePercentageThreshold = Percent(reader, "failurePercentageThreshold"),
            OutlierDetectionHttpErrorCodes = reader.Numbers("outlierDetectionHttpErrorCodes", 100, 599),
            MaxEjectionPercent = Percent(reader, "maxEjectionPercent"),
            MinHealthPercent = Percent(reader, "minHealthPercent"),
        };
        reader.Finish();
        return outliers;
    }

    private static TcpConnectionPool Tcp(ObjectReader reader)
    {
        var tcp = new TcpConnectionPool
        {
            MaxConnections = Positive(reader, "maxConnections"),
            ConnectTimeout = reader.Duration("connectTimeout"),
            IdleTimeout = reader.Duration("idleTimeout"),
            MaxConnectionDuration = reader.Duration("maxConnectionDuration"),
        };
        reader.Finish();
        return tcp;
    }

    private static HttpConnectionPool Http(ObjectReader reader)
    {
        var http = new HttpConnectionPool
        {
            Http1MaxPendingRequests = Positive(reader, "http1MaxPendingRequests"),
            Http2MaxRequests = Positive(reader, "http2MaxRequests"),
            MaxRequestsPerConnection = Positive(reader, "maxRequestsPerConnection"),
            MaxRetries = Positive(reader, "maxRetries"),
            MaxConcurrentStreams = Positive(reader, "maxConcurrentStreams"),
            IdleTimeout = reader.Duration("idleTimeout"),
            Http2KeepAlive = reader.Object("http2KeepAlive") is { } pings ? KeepAlive(pings) : null,
        };
        reader.Finish();
        return http;
    }

    private static Http2KeepAlive KeepAlive(ObjectReader reader)
    {
        var pings = new Http2KeepAlive { Interval = reader.RequiredDuration("interval"), Timeout = reader.RequiredDuration("timeout") };
        reader.Finish();
        return pings;
    }

    private static StickyCookieSettings Cookie(ObjectReader reader)
    {
        var cookie = new StickyCookieSettings { Name = reader.Required("name"), Path = reader.Text("path"), Ttl = reader.Duration("ttl") ?? "0s" };
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
}
