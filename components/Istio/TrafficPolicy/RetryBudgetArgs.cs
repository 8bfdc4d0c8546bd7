using Pulumi;

namespace MeshStack.Istio;

/// <summary>Limit on concurrent retries by the load.</summary>
public sealed class RetryBudgetArgs : ResourceArgs
{
    /// <summary>Retries in percent of active and pending requests, 0-100; default 20.</summary>
    [Input("percent")]
    public Input<double>? Percent { get; set; }

    /// <summary>Retries that are always allowed; default 3.</summary>
    [Input("minRetryConcurrency")]
    public Input<int>? MinRetryConcurrency { get; set; }

    /// <summary>Time over which requests are counted for the percentage, e.g. "10s".</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("budgetInterval")]
    public Input<string>? BudgetInterval { get; set; }
}
