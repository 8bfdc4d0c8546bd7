namespace Pulumi.Tls;

/// <summary>Input: cert request.</summary>
public sealed class CertRequestArgs : ResourceArgs
{
    [Input("dnsNames")]
    private InputList<string>? _dnsNames;

    public InputList<string> DnsNames
    {
        get => _dnsNames ??= [];
        set => _dnsNames = value;
    }

    [Input("ipAddresses")]
    private InputList<string>? _ipAddresses;

    public InputList<string> IpAddresses
    {
        get => _ipAddresses ??= [];
        set => _ipAddresses = value;
    }

    [Input("privateKeyPem", required: true)]
    private Input<string>? _privateKeyPem;

    /// <summary>Kept secret whatever it is set to, null included.</summary>
    public Input<string>? PrivateKeyPem
    {
        get => _privateKeyPem;
        set => _privateKeyPem = SecretInput.Of(value);
    }

    [Input("subject")]
    public Input<Inputs.CertRequestSubjectArgs>? Subject { get; set; }

    [Input("uris")]
    private InputList<string>? _uris;

    public InputList<string> Uris
    {
        get => _uris ??= [];
        set => _uris = value;
    }

    public static new CertRequestArgs Empty => new();
}
