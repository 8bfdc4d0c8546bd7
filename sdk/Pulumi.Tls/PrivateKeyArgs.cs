namespace Pulumi.Tls;

/// <summary>Input: private key.</summary>
public sealed class PrivateKeyArgs : ResourceArgs
{
    [Input("algorithm", required: true)]
    public Input<string> Algorithm { get; set; } = null!;

    [Input("ecdsaCurve")]
    public Input<string>? EcdsaCurve { get; set; }

    [Input("rsaBits")]
    public Input<int>? RsaBits { get; set; }

    public static new PrivateKeyArgs Empty => new();
}
