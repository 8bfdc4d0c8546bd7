namespace Pulumi.Tls.Inputs;

/// <summary>Input: provider proxy.</summary>
public sealed class ProviderProxyArgs : ResourceArgs
{
    [Input("fromEnv")]
    public Input<bool>? FromEnv { get; set; }

    [Input("password")]
    private Input<string>? _password;

    /// <summary>Kept secret whatever it is set to, null included.</summary>
    public Input<string>? Password
    {
        get => _password;
        set => _password = SecretInput.Of(value);
    }

    [Input("url")]
    public Input<string>? Url { get; set; }

    [Input("username")]
    public Input<string>? Username { get; set; }

    public static new ProviderProxyArgs Empty => new();
}
