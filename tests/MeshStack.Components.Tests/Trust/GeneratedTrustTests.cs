using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pulumi;

namespace MeshStack.Components.Tests.Trust;

public sealed class GeneratedTrustTests
{
    [Theory]
    [InlineData("ECDSA-P256")]
    [InlineData("RSA-4096")]
    public async Task AWorkloadOfOneClusterIsTrustedInAnother(string algorithm)
    {
        var run = await TrustRun.From(Args(a => a.Generated!.KeyAlgorithm = KeyAlgorithm.Parse(algorithm)));
        foreach (var cluster in new[] { "east", "west" })
        {
            using var ca = Ca(run, cluster);
            using var workload = Workload(ca, "workload");
            using var chain = Chain(run.Bundle, TrustRun.Text(run.Trust.CaCertificates(cluster)!.CertificateChain));
            Assert.True(chain.Build(workload), string.Join(" ", chain.ChainStatus.Select(s => s.StatusInformation)));
            Assert.Equal(3, chain.ChainElements.Count);
        }
    }

    [Fact]
    public async Task AnIntermediateSignsNoFurtherCa()
    {
        var run = await TrustRun.From(Args());
        using var ca = Ca(run, "east");
        using var below = Workload(ca, "below", isCa: true);
        using var workload = Workload(below, "workload");
        using var chain = Chain(
            run.Bundle,
            TrustRun.Text(run.Trust.CaCertificates("east")!.CertificateChain) + below.ExportCertificatePem()
        );
        Assert.False(chain.Build(workload));
    }

    [Fact]
    public async Task TheIntermediateIsIstiods()
    {
        var run = await TrustRun.From(Args(a => a.Clusters[1].Revisions = ["1-31-4"]));
        using var east = Ca(run, "east");
        using var west = Ca(run, "west");
        Assert.Equal(["istiod.istio-system.svc"], DnsNames(east));
        Assert.Equal(["istiod.istio-system.svc", "istiod-1-31-4.istio-system.svc"], DnsNames(west));
        Assert.Equal("CN=west intermediate CA 1, O=trust", west.Subject);
        Assert.Equal(0, west.Extensions.OfType<X509BasicConstraintsExtension>().Single().PathLengthConstraint);
        Assert.Equal(
            X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign,
            west.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages
        );
        var asked = run.Issuer.Asked["tls:index/locallySignedCert:LocallySignedCert trust-ca-1-west"].Inputs;
        Assert.Equal(17520d, asked["validityPeriodHours"]);
        Assert.Equal(4320d, asked["earlyRenewalHours"]);
        Assert.Equal(87600d, run.Issuer.Asked["tls:index/selfSignedCert:SelfSignedCert trust-root-1"].Inputs["validityPeriodHours"]);
    }

    /// <summary>What is generated meets what is asked of provided certificates.</summary>
    [Fact]
    public async Task TheChecksOfProvidedCertificatesPass()
    {
        var run = await TrustRun.From(Args());
        var ca = run.Trust.CaCertificates("east")!;
        var pems = new TrustPems(TrustRun.Text(ca.RootCertificate))
        {
            Clusters = [new("east", TrustRun.Text(ca.Certificate), TrustRun.Text(ca.PrivateKey), TrustRun.Text(ca.CertificateChain))],
        };
        Assert.Empty(CaCertificateChecks.Problems(pems, TrustRun.Now));
    }

    [Fact]
    public async Task PrivateKeysAreSecretAndCertificatesAreNot()
    {
        var run = await TrustRun.From(Args());
        var ca = run.Trust.CaCertificates("west")!;
        Assert.True(await Output.IsSecretAsync(ca.PrivateKey.ToOutput()));
        Assert.False(await Output.IsSecretAsync(ca.Certificate.ToOutput()));
        Assert.False(await Output.IsSecretAsync(run.Trust.RootBundle!));
        Assert.Equal(
            ["privateKeyOpenssh", "privateKeyPem", "privateKeyPemPkcs8"],
            SecretsOf("tls:index/privateKey:PrivateKey trust-root-1-key")
        );
        Assert.Equal(["privateKeyPem"], SecretsOf("tls:index/selfSignedCert:SelfSignedCert trust-root-1"));
        Assert.Equal(["privateKeyPem"], SecretsOf("tls:index/certRequest:CertRequest trust-ca-1-west-request"));
        Assert.Equal(["caPrivateKeyPem"], SecretsOf("tls:index/locallySignedCert:LocallySignedCert trust-ca-1-west"));

        IEnumerable<string> SecretsOf(string resource) => run.SecretOutputs[resource].Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task OutputsTellFingerprintsAndEndsAndNothingElse()
    {
        var run = await TrustRun.From(Args());
        using var root = X509Certificate2.CreateFromPem(run.Bundle);
        using var west = Ca(run, "west");
        Assert.Equal(new("1", Sha256(root), "2035-12-30"), Assert.Single(TrustRun.All(run.Trust.Roots)));
        Assert.Equal(["east", "west"], TrustRun.All(run.Trust.Intermediates).Select(i => i.Name));
        Assert.Equal(new("west", Sha256(west), "2028-01-01"), TrustRun.All(run.Trust.Intermediates)[1]);

        var outputs = Assert.Single(run.Issuer.Outputs, o => o.Urn.Contains("MeshTrust", StringComparison.Ordinal)).Outputs;
        Assert.Equal(["intermediates", "needsMultiRoot", "roots", "state"], outputs.Keys.Order(StringComparer.Ordinal));
        var text = string.Join(
            "\n",
            outputs.Values.Select(o => System.Text.Json.JsonSerializer.Serialize(Pulumi.Utilities.OutputUtilities.GetValueAsync(o).Result))
        );
        Assert.Contains(Sha256(west), text, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN", text, StringComparison.Ordinal);
        Assert.All(outputs.Values, o => Assert.False(Output.IsSecretAsync(o).Result));
        Assert.Equal(3, run.Issuer.Keys.Distinct().Count());
        Assert.All(run.Issuer.Keys, key => Assert.DoesNotContain(key.Split('\n')[1], text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheRootIsProtectedAndWhatCanBeMadeAgainIsNot() =>
        Assert.Equal(["trust-root-1", "trust-root-1-key"], (await TrustRun.From(Args())).Protected);

    [Fact]
    public async Task AThrowAwayStackProtectsNothing() =>
        Assert.Empty((await TrustRun.From(Args(a => a.Generated!.Protect = false))).Protected);

    [Fact]
    public async Task AnUnknownClusterIsNamed()
    {
        var run = await TrustRun.From(Args());
        var exception = Assert.Throws<ArgumentException>(() => run.Trust.CaCertificates("north"));
        Assert.StartsWith("trust has no cluster 'north'; it has: east, west", exception.Message, StringComparison.Ordinal);
    }

    internal static MeshTrustArgs Args(Action<MeshTrustArgs>? change = null)
    {
        var args = new MeshTrustArgs { Clusters = [new() { Name = "east" }, new() { Name = "west" }], Generated = new() };
        change?.Invoke(args);
        return args;
    }

    internal static string Sha256(X509Certificate2 certificate) =>
        Convert.ToHexStringLower(certificate.GetCertHash(HashAlgorithmName.SHA256));

    internal static X509Certificate2 Ca(TrustRun run, string cluster)
    {
        var ca = run.Trust.CaCertificates(cluster)!;
        return X509Certificate2.CreateFromPem(TrustRun.Text(ca.Certificate), TrustRun.Text(ca.PrivateKey));
    }

    internal static X509Certificate2 Workload(X509Certificate2 ca, string name, bool isCa = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isCa, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(isCa ? X509KeyUsageFlags.KeyCertSign : X509KeyUsageFlags.DigitalSignature, true)
        );
        var generator = ca.GetRSAPrivateKey() is { } rsa
            ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
            : X509SignatureGenerator.CreateForECDsa(ca.GetECDsaPrivateKey()!);
        using var certificate = request.Create(
            ca.SubjectName,
            generator,
            TrustRun.Now.AddDays(-1),
            TrustRun.Now.AddDays(1),
            [7, (byte)name.Length]
        );
        return certificate.CopyWithPrivateKey(key);
    }

    internal static X509Chain Chain(string roots, string chain)
    {
        var built = new X509Chain();
        built.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        built.ChainPolicy.CustomTrustStore.ImportFromPem(roots);
        built.ChainPolicy.ExtraStore.ImportFromPem(chain);
        built.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        built.ChainPolicy.DisableCertificateDownloads = true;
        built.ChainPolicy.VerificationTime = TrustRun.Now.UtcDateTime;
        return built;
    }

    private static IEnumerable<string> DnsNames(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames();
}
