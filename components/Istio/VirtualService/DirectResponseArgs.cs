using Pulumi;

namespace MeshStack.Istio;

/// <summary>Answer given without asking anyone.</summary>
public sealed class DirectResponseArgs : ResourceArgs
{
    /// <summary>HTTP status of the answer.</summary>
    [Input("status", required: true)]
    public Input<int> Status { get; set; } = null!;

    /// <summary>Body of the answer; default empty.</summary>
    [Input("body")]
    public Input<ResponseBodyArgs>? Body { get; set; }
}
