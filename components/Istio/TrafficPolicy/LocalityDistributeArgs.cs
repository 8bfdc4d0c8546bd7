using Pulumi;

namespace MeshStack.Istio;

/// <summary>Shares of the traffic that starts in one locality.</summary>
public sealed class LocalityDistributeArgs : ResourceArgs
{
    /// <summary>Locality of the clients, "region/zone/subzone" with "*" at the end.</summary>
    [Input("from")]
    public Input<string>? From { get; set; }

    [Input("to")]
    private InputMap<int>? _to;

    /// <summary>Percent per locality of the endpoints, 100 in all.</summary>
    public InputMap<int> To
    {
        get => _to ??= new();
        set => _to = value;
    }
}
