namespace MeshStack.Definition.Istio;

/// <summary>The keys of outlier detection.</summary>
internal interface IOutlierDetectionKeys
{
    /// <summary>Server errors in a row until ejection.</summary>
    [Key("server errors and failed connections in a row until ejection; `0` turns it off", Default = "Istio's, 5")]
    public int? Consecutive5xxErrors { get; }

    /// <summary>Gateway errors in a row until ejection.</summary>
    [Key("answers 502, 503 or 504 in a row until ejection", Default = "Istio's, off")]
    public int? ConsecutiveGatewayErrors { get; }

    /// <summary>Failures to connect in a row until ejection.</summary>
    [Key("failures to connect in a row until ejection, where they are counted apart", Default = "Istio's, 5")]
    public int? ConsecutiveLocalOriginFailures { get; }

    /// <summary>Whether failures to connect are counted apart.</summary>
    [Key("whether failures to connect count apart from answers", Default = "`false`")]
    public bool? SplitExternalLocalOriginErrors { get; }

    /// <summary>Time between sweeps.</summary>
    [Key("time between sweeps", Default = "Istio's, 10s", IsDuration = true)]
    public string? Interval { get; }

    /// <summary>Shortest ejection.</summary>
    [Key("shortest ejection, multiplied by the times ejected", Default = "Istio's, 30s", IsDuration = true)]
    public string? BaseEjectionTime { get; }

    /// <summary>Percent of the instances that may be ejected.</summary>
    [Key("percent of the instances that may be ejected", Default = "Istio's, 10", Min = 0, Max = 100)]
    public int? MaxEjectionPercent { get; }

    /// <summary>Percent of healthy instances below which ejection stops.</summary>
    [Key("percent of healthy instances below which ejection stops", Default = "Istio's, 0", Min = 0, Max = 100)]
    public int? MinHealthPercent { get; }

    /// <summary>Statuses that count as errors.</summary>
    [Key("statuses that count as errors; since Istio 1.31", Default = "those from 500", Min = 100, Max = 599)]
    public IReadOnlyList<int> OutlierDetectionHttpErrorCodes { get; }

    /// <summary>Percent of failed requests from which an instance is ejected.</summary>
    [Key("percent of failed requests from which an instance is ejected; since Istio 1.32", Default = "off", Min = 0, Max = 100)]
    public int? FailurePercentageThreshold { get; }
}

internal sealed partial record OutlierDetection : IOutlierDetectionKeys;
