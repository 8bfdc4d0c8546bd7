namespace Pulumi.Tls;

/// <summary>Input: locally signed cert.</summary>
public sealed class LocallySignedCertArgs : ResourceArgs
{
    [Input("allowedUses", required: true)]
    private InputList<string>? _allowedUses;

    public InputList<string> AllowedUses
    {
        get => _allowedUses ??= [];
        set => _allowedUses = value;
    }

    [Input("caCertPem", required: true)]
    public Input<string> CaCertPem { get; set; } = null!;

    [Input("caPrivateKeyPem", required: true)]
    private Input<string>? _caPrivateKeyPem;

    /// <summary>Kept secret whatever it is set to, null included.</summary>
    public Input<string>? CaPrivateKeyPem
    {
        get => _caPrivateKeyPem;
        set => _caPrivateKeyPem = SecretInput.Of(value);
    }

    [Input("certRequestPem", required: true)]
    public Input<string> CertRequestPem { get; set; } = null!;

    [Input("earlyRenewalHours")]
    public Input<int>? EarlyRenewalHours { get; set; }

    [Input("isCaCertificate")]
    public Input<bool>? IsCaCertificate { get; set; }

    [Input("maxPathLength")]
    public Input<int>? MaxPathLength { get; set; }

    [Input("setSubjectKeyId")]
    public Input<bool>? SetSubjectKeyId { get; set; }

    [Input("validityPeriodHours", required: true)]
    public Input<int> ValidityPeriodHours { get; set; } = null!;

    public static new LocallySignedCertArgs Empty => new();
}
