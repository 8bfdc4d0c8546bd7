using Pulumi;

namespace MeshStack.Istio;

/// <summary>Repetition of failed requests.</summary>
public sealed class HttpRetryArgs : ResourceArgs
{
    /// <summary>Repetitions after the first try; 0 turns retries off.</summary>
    [Input("attempts")]
    public Input<int>? Attempts { get; set; }

    /// <summary>Time per try, e.g. "2s"; default the timeout of the route.</summary>
    [Input("perTryTimeout")]
    public Input<string>? PerTryTimeout { get; set; }

    /// <summary>Conditions joined by commas, such as "5xx,reset", and status codes.</summary>
    [Input("retryOn")]
    public Input<string>? RetryOn { get; set; }

    /// <summary>Whether other localities may be tried; default false.</summary>
    [Input("retryRemoteLocalities")]
    public Input<bool>? RetryRemoteLocalities { get; set; }

    /// <summary>Whether endpoints that failed are skipped; default true.</summary>
    [Input("retryIgnorePreviousHosts")]
    public Input<bool>? RetryIgnorePreviousHosts { get; set; }

    /// <summary>Shortest pause between tries, at least "1ms"; default "25ms".</summary>
    [Input("backoff")]
    public Input<string>? Backoff { get; set; }
}
