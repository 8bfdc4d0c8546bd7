using Pulumi;

namespace MeshStack.Istio;

public sealed partial class ResponseBodyArgs
{
    /// <summary>A body of text.</summary>
    public static ResponseBodyArgs FromText(Input<string> text) => new() { Text = text };

    /// <summary>A body of bytes in Base64.</summary>
    public static ResponseBodyArgs FromBase64(Input<string> base64) => new() { Base64 = base64 };
}
