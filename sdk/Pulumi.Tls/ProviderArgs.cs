namespace Pulumi.Tls;

/// <summary>Input: provider.</summary>
public sealed class ProviderArgs : ResourceArgs
{
    [Input("proxy", json: true)]
    public Input<Inputs.ProviderProxyArgs>? Proxy { get; set; }

    public static new ProviderArgs Empty => new();
}
