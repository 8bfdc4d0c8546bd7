using Pulumi;

namespace MeshStack.Istio;

/// <summary>Body of a direct response: text or bytes.</summary>
public sealed class ResponseBodyArgs : ResourceArgs
{
    /// <summary>Text of the body; not with bytes.</summary>
    [Input("string")]
    public Input<string>? Text { get; set; }

    /// <summary>Bytes of the body in Base64; not with text.</summary>
    [Input("bytes")]
    public Input<string>? Base64 { get; set; }

    /// <summary>A body of text.</summary>
    public static ResponseBodyArgs FromText(Input<string> text) => new() { Text = text };

    /// <summary>A body of bytes in Base64.</summary>
    public static ResponseBodyArgs FromBase64(Input<string> base64) => new() { Base64 = base64 };
}
