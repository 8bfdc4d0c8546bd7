using Pulumi;

namespace MeshStack.Istio;

/// <summary>Ejection of endpoints that keep failing.</summary>
public sealed class OutlierDetectionArgs : ResourceArgs
{
    /// <summary>Server errors and failed connections in a row until ejection; default 5, 0 turns it off.</summary>
    [Input("consecutive5xxErrors")]
    public Input<int>? Consecutive5xxErrors { get; set; }

    /// <summary>Answers 502, 503 or 504 in a row until ejection; default 0, off.</summary>
    [Input("consecutiveGatewayErrors")]
    public Input<int>? ConsecutiveGatewayErrors { get; set; }

    /// <summary>Whether failures to connect count apart from answers; default false.</summary>
    [Input("splitExternalLocalOriginErrors")]
    public Input<bool>? SplitExternalLocalOriginErrors { get; set; }

    /// <summary>Failures to connect in a row until ejection, counted apart; default 5.</summary>
    [Input("consecutiveLocalOriginFailures")]
    public Input<int>? ConsecutiveLocalOriginFailures { get; set; }

    /// <summary>Time between sweeps, at least "1ms"; default "10s".</summary>
    [Input("interval")]
    public Input<string>? Interval { get; set; }

    /// <summary>Shortest ejection, multiplied by the times ejected; default "30s".</summary>
    [Input("baseEjectionTime")]
    public Input<string>? BaseEjectionTime { get; set; }

    /// <summary>Percent of the endpoints that may be ejected, 0-100; default 10.</summary>
    [Input("maxEjectionPercent")]
    public Input<int>? MaxEjectionPercent { get; set; }

    /// <summary>Percent of healthy endpoints below which ejection stops, 0-100; default 0.</summary>
    [Input("minHealthPercent")]
    public Input<int>? MinHealthPercent { get; set; }

    [Input("outlierDetectionHttpErrorCodes")]
    private InputList<int>? _outlierDetectionHttpErrorCodes;

    /// <summary>Statuses that count as errors, 100-599; default those from 500.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    public InputList<int> OutlierDetectionHttpErrorCodes
    {
        get => _outlierDetectionHttpErrorCodes ??= new();
        set => _outlierDetectionHttpErrorCodes = value;
    }

    /// <summary>Percent of failed requests from which an endpoint is ejected, 0-100.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("failurePercentageThreshold")]
    public Input<int>? FailurePercentageThreshold { get; set; }

    /// <summary>Errors in a row until ejection; the older form of consecutive5xxErrors.</summary>
    [Obsolete("Use Consecutive5xxErrors or ConsecutiveGatewayErrors.")]
    [Input("consecutiveErrors")]
    public Input<int>? ConsecutiveErrors { get; set; }
}
