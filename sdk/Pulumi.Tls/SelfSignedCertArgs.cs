namespace Pulumi.Tls;

/// <summary>Input: self signed cert.</summary>
public sealed class SelfSignedCertArgs : ResourceArgs
{
    [Input("allowedUses", required: true)]
    private InputList<string>? _allowedUses;

    public InputList<string> AllowedUses
    {
        get => _allowedUses ??= [];
        set => _allowedUses = value;
    }

    [Input("dnsNames")]
    private InputList<string>? _dnsNames;

    public InputList<string> DnsNames
    {
        get => _dnsNames ??= [];
        set => _dnsNames = value;
    }

    [Input("earlyRenewalHours")]
    public Input<int>? EarlyRenewalHours { get; set; }

    [Input("ipAddresses")]
    private InputList<string>? _ipAddresses;

    public InputList<string> IpAddresses
    {
        get => _ipAddresses ??= [];
        set => _ipAddresses = value;
    }

    [Input("isCaCertificate")]
    public Input<bool>? IsCaCertificate { get; set; }

    [Input("maxPathLength")]
    public Input<int>? MaxPathLength { get; set; }

    [Input("privateKeyPem", required: true)]
    private Input<string>? _privateKeyPem;

    /// <summary>Kept secret whatever it is set to, null included.</summary>
    public Input<string>? PrivateKeyPem
    {
        get => _privateKeyPem;
        set => _privateKeyPem = SecretInput.Of(value);
    }

    [Input("setAuthorityKeyId")]
    public Input<bool>? SetAuthorityKeyId { get; set; }

    [Input("setSubjectKeyId")]
    public Input<bool>? SetSubjectKeyId { get; set; }

    [Input("subject")]
    public Input<Inputs.SelfSignedCertSubjectArgs>? Subject { get; set; }

    [Input("uris")]
    private InputList<string>? _uris;

    public InputList<string> Uris
    {
        get => _uris ??= [];
        set => _uris = value;
    }

    [Input("validityPeriodHours", required: true)]
    public Input<int> ValidityPeriodHours { get; set; } = null!;

    public static new SelfSignedCertArgs Empty => new();
}
