using Pulumi;

namespace MeshStack;

/// <summary>A share of requests that goes to another version, and grows by steps.</summary>
public sealed class RouteCanaryArgs : ResourceArgs
{
    /// <summary>The version that the rest goes to.</summary>
    [Input("from", required: true)]
    public string From { get; set; } = null!;

    /// <summary>The version that the share goes to.</summary>
    [Input("to", required: true)]
    public string To { get; set; } = null!;

    /// <summary>The shares one after the other, in percent and growing.</summary>
    /// <value>Defaults to 5, 25, 50 and 100.</value>
    [Input("steps")]
    public List<int> Steps { get; set; } = [5, 25, 50, 100];

    /// <summary>The step that holds, from 1; 0 is none of them yet.</summary>
    [Input("step", required: true)]
    public int Step { get; set; }
}
