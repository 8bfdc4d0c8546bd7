namespace MeshStack.Definition;

/// <summary>What <c>profile: production</c> begins with, where nothing else is asked for.</summary>
internal static class ProductionProfile
{
    public const string AccessLogFile = "/dev/stdout";

    /// <summary>One line per request; Envoy writes the format as it is, so the line ends here.</summary>
    public const string AccessLogFormat =
        "[%START_TIME%] \"%REQ(:METHOD)% %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)% %PROTOCOL%\" "
        + "%RESPONSE_CODE% %RESPONSE_FLAGS% %BYTES_RECEIVED% %BYTES_SENT% "
        + "\"%DURATION%\" \"%RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)%\"\n";

    /// <summary>A node or a zone may fail, and two replicas stay while nodes are drained.</summary>
    public static Scaling Gateway { get; } =
        new()
        {
            Min = 3,
            Max = 10,
            Budget = 2,
            Spread = true,
        };

    public static Scaling Istiod { get; } =
        Gateway with
        {
            Resources = new()
            {
                ["requests"] = new Dictionary<string, object> { ["cpu"] = "500m", ["memory"] = "2Gi" },
                ["limits"] = new Dictionary<string, object> { ["cpu"] = "2", ["memory"] = "4Gi" },
            },
        };
}
