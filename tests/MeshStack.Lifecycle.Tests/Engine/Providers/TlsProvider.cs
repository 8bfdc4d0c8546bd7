namespace MeshStack.Lifecycle.Tests.Engine.Providers;

/// <summary>Keys and certificates, other ones each time that they are made.</summary>
/// <remarks>Source: https://github.com/hashicorp/terraform-provider-tls/tree/main/docs/resources. Every input makes another one, but for
/// when to renew.</remarks>
internal sealed class TlsProvider(World world) : IResourceProvider
{
    private static readonly Dictionary<string, string[]> MadeUp = new(StringComparer.Ordinal)
    {
        ["tls:index/privateKey:PrivateKey"] = ["privateKeyPem", "publicKeyPem"],
        ["tls:index/selfSignedCert:SelfSignedCert"] = ["certPem", "validityStartTime", "validityEndTime"],
        ["tls:index/certRequest:CertRequest"] = ["certRequestPem"],
        ["tls:index/locallySignedCert:LocallySignedCert"] = ["certPem", "validityStartTime", "validityEndTime"],
    };

    public DiffResult Diff(ResourceState old, PropertyMap news)
    {
        var changed = KubernetesProvider.ChangedKeys(old.Inputs, news);
        return new(changed.Length > 0, [.. changed.Where(key => key != "earlyRenewalHours")]);
    }

    public (string Id, PropertyMap Outputs) Create(string urn, PropertyMap inputs)
    {
        var outputs = inputs;
        foreach (var output in MadeUp[Urn.Type(urn)])
        {
            outputs = outputs.SetItem(output, world.MakeUp(urn, output));
        }

        if (inputs.TextAt("caCertPem") is { } issuer)
        {
            world.Issuers[outputs.TextAt("certPem")!] = issuer;
        }

        return (
            world.MakeUp(urn, "id"),
            Urn.Type(urn).EndsWith("Cert", StringComparison.Ordinal) ? outputs.SetItem("readyForRenewal", false) : outputs
        );
    }

    public PropertyMap Update(ResourceState old, PropertyMap news) => old.Outputs.SetItems(news);

    public void Delete(ResourceState old)
    {
        // There is nothing outside of the state.
    }

    public (PropertyMap Inputs, PropertyMap Outputs)? Read(string urn, string id, PropertyMap inputs, PropertyMap outputs) =>
        (inputs, outputs);
}
