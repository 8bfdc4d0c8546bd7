using Pulumi;
using Pulumi.Tls;
using Pulumi.Tls.Inputs;
using Pulumi.Utilities;

namespace Sdk.Tests.Runs;

/// <summary>TLS resources, as the recordings of the topic "tls" have them.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task A_certificate_arrives_with_its_subject_and_uses()
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new SelfSignedCert("root", new SelfSignedCertArgs
        {
            PrivateKeyPem = "key",
            AllowedUses = { "cert_signing" },
            ValidityPeriodHours = 24,
            MaxPathLength = 0,
            Subject = new SelfSignedCertSubjectArgs { CommonName = "Root" },
        }));

        var asked = mocks["root"];
        Assert.Equal("tls:index/selfSignedCert:SelfSignedCert", asked.Type);
        Assert.Equal(
            ["allowedUses", "maxPathLength", "privateKeyPem", "subject", "validityPeriodHours"],
            asked.Inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0d, asked.Inputs["maxPathLength"]);
    }

    [Fact]
    public async Task Keys_are_secret_as_soon_as_they_are_assigned()
    {
        Assert.True(await Output.IsSecretAsync(new CertRequestArgs { PrivateKeyPem = "key" }.PrivateKeyPem!.ToOutput()));
        Assert.True(await Output.IsSecretAsync(new LocallySignedCertArgs { CaPrivateKeyPem = "key" }.CaPrivateKeyPem!.ToOutput()));
        Assert.False(await Output.IsSecretAsync(new LocallySignedCertArgs { CaCertPem = "certificate" }.CaCertPem.ToOutput()));

        var nothing = new SelfSignedCertArgs { PrivateKeyPem = null }.PrivateKeyPem!.ToOutput();
        Assert.True(await Output.IsSecretAsync(nothing));
        Assert.Null(await OutputUtilities.GetValueAsync(nothing));
    }

    [Fact]
    public async Task A_certificate_needs_its_key()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => new Mocks().Run(() => _ = new CertRequest("request", new CertRequestArgs())));
        Assert.Contains("Pulumi.Tls.CertRequestArgs._privateKeyPem is required but was not given a value", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_names_its_version_and_the_outputs_that_are_secret()
    {
        CustomResourceOptions? seen = null;
        await new Mocks().Run(() => _ = new PrivateKey("key", new PrivateKeyArgs { Algorithm = "ECDSA" }, new CustomResourceOptions
        {
            Protect = true,
            AdditionalSecretOutputs = { "publicKeyPem" },
            ResourceTransformations = { args => Seen(args) },
        }));

        Assert.Equal("5.5.1", seen!.Version);
        Assert.True(seen.Protect);
        Assert.Equal(["privateKeyOpenssh", "privateKeyPem", "privateKeyPemPkcs8", "publicKeyPem"], seen.AdditionalSecretOutputs);

        ResourceTransformationResult? Seen(ResourceTransformationArgs args)
        {
            seen = (CustomResourceOptions)args.Options;
            return null;
        }
    }
}
