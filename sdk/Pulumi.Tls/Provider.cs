namespace Pulumi.Tls;

/// <summary>Provider for TLS resources, where the default one does not do.</summary>
[TlsResourceType("pulumi:providers:tls")]
public class Provider : ProviderResource
{
    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base("tls", name, args ?? new ProviderArgs(), TlsOptions.Create(options)) { }
}
