using System.Collections.Immutable;
using Pulumi;
using Pulumi.Tls;
using Pulumi.Tls.Inputs;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Tls;

/// <summary>Keys and certificates.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task KeysRequestsAndCertificatesArriveWithTheirFields()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new PrivateKey("ecdsa", new PrivateKeyArgs { Algorithm = "ECDSA", EcdsaCurve = "P256" });
            _ = new PrivateKey("rsa", new PrivateKeyArgs { Algorithm = "RSA", RsaBits = 4096 });
            _ = new SelfSignedCert(
                "root",
                new SelfSignedCertArgs
                {
                    PrivateKeyPem = "key",
                    AllowedUses = { "cert_signing", "crl_signing" },
                    IsCaCertificate = true,
                    ValidityPeriodHours = 87600,
                    EarlyRenewalHours = 24,
                    SetSubjectKeyId = true,
                    SetAuthorityKeyId = true,
                    MaxPathLength = 1,
                    DnsNames = { "a.example" },
                    IpAddresses = { "10.0.0.1" },
                    Uris = { "spiffe://x" },
                    Subject = new SelfSignedCertSubjectArgs
                    {
                        CommonName = "Root CA",
                        Organization = "Acme",
                        OrganizationalUnit = "u",
                        Country = "US",
                        Locality = "l",
                        Province = "p",
                        PostalCode = "1",
                        SerialNumber = "2",
                        EmailAddress = "e",
                        StreetAddresses = { "s" },
                    },
                }
            );
            _ = new CertRequest(
                "request",
                new CertRequestArgs
                {
                    PrivateKeyPem = "key",
                    DnsNames = { "istiod.istio-system.svc" },
                    Subject = new CertRequestSubjectArgs { CommonName = "Intermediate" },
                }
            );
            _ = new LocallySignedCert(
                "leaf",
                new LocallySignedCertArgs
                {
                    CaCertPem = "ca",
                    CaPrivateKeyPem = "ca key",
                    CertRequestPem = "request",
                    AllowedUses = { "cert_signing" },
                    IsCaCertificate = true,
                    ValidityPeriodHours = 8760,
                    SetSubjectKeyId = true,
                    EarlyRenewalHours = 1,
                    MaxPathLength = 0,
                }
            );
        });

        Assert.Equal("{algorithm: 'ECDSA', ecdsaCurve: 'P256'}", mocks.Inputs("ecdsa"));
        Assert.Equal("{algorithm: 'RSA', rsaBits: 4096.0}", mocks.Inputs("rsa"));
        Assert.Equal(
            "{allowedUses: ['cert_signing', 'crl_signing'], dnsNames: ['a.example'], earlyRenewalHours: 24.0, "
                + "ipAddresses: ['10.0.0.1'], isCaCertificate: true, maxPathLength: 1.0, privateKeyPem: 'key', "
                + "setAuthorityKeyId: true, setSubjectKeyId: true, subject: {commonName: 'Root CA', country: 'US', "
                + "emailAddress: 'e', locality: 'l', organization: 'Acme', organizationalUnit: 'u', "
                + "postalCode: '1', province: 'p', serialNumber: '2', streetAddresses: ['s']}, uris: ['spiffe://x'], "
                + "validityPeriodHours: 87600.0}",
            mocks.Inputs("root")
        );
        Assert.Equal(
            "{dnsNames: ['istiod.istio-system.svc'], privateKeyPem: 'key', subject: {commonName: 'Intermediate'}}",
            mocks.Inputs("request")
        );
        Assert.Equal(
            "{allowedUses: ['cert_signing'], caCertPem: 'ca', caPrivateKeyPem: 'ca key', certRequestPem: 'request', "
                + "earlyRenewalHours: 1.0, isCaCertificate: true, maxPathLength: 0.0, setSubjectKeyId: true, "
                + "validityPeriodHours: 8760.0}",
            mocks.Inputs("leaf")
        );
        Assert.Equal(
            [
                "tls:index/privateKey:PrivateKey",
                "tls:index/privateKey:PrivateKey",
                "tls:index/selfSignedCert:SelfSignedCert",
                "tls:index/certRequest:CertRequest",
                "tls:index/locallySignedCert:LocallySignedCert",
            ],
            mocks.Asked.Select(asked => asked.Type)
        );
    }

    [Fact]
    public async Task TheProxyOfAProviderArrivesAsJSONTextWithItsPasswordWrapped()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Provider("plain");
            _ = new Provider(
                "proxy",
                new ProviderArgs
                {
                    Proxy = new ProviderProxyArgs
                    {
                        Url = "http://proxy",
                        Password = "hush",
                        FromEnv = true,
                    },
                }
            );
        });

        Assert.All(mocks.Asked, asked => Assert.Equal("pulumi:providers:tls", asked.Type));
        Assert.Equal("{}", mocks.Inputs("plain"));
        Assert.Equal(
            """{proxy: '{ "fromEnv": true, "password": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", """
                + """ "value": "hush" }, "url": "http://proxy" }'}""".TrimStart(),
            mocks.Inputs("proxy")
        );
    }

    [Fact]
    public async Task WhatIsRequiredIsNamedAndOfSeveralTheFirst()
    {
        Assert.Equal(
            Missing("PrivateKeyArgs", "Algorithm"),
            await RunFailure.OfProgramAsync(() => _ = new PrivateKey("key", new PrivateKeyArgs()))
        );
        Assert.Equal(
            Missing("SelfSignedCertArgs", "_allowedUses"),
            await RunFailure.OfProgramAsync(() => _ = new SelfSignedCert("root", new SelfSignedCertArgs()))
        );
        Assert.Equal(
            Missing("SelfSignedCertArgs", "_privateKeyPem"),
            await RunFailure.OfProgramAsync(() =>
                _ = new SelfSignedCert("root", new SelfSignedCertArgs { AllowedUses = { "cert_signing" }, ValidityPeriodHours = 1 })
            )
        );
        Assert.Equal(
            Missing("LocallySignedCertArgs", "_caPrivateKeyPem"),
            await RunFailure.OfProgramAsync(() =>
                _ = new LocallySignedCert(
                    "leaf",
                    new LocallySignedCertArgs
                    {
                        CaCertPem = "ca",
                        CertRequestPem = "request",
                        AllowedUses = { "cert_signing" },
                        ValidityPeriodHours = 1,
                    }
                )
            )
        );
        Assert.Equal(
            Missing("CertRequestArgs", "_privateKeyPem"),
            await RunFailure.OfProgramAsync(() => _ = new CertRequest("request", new CertRequestArgs()))
        );

        static string Missing(string args, string member) =>
            $"System.ArgumentNullException: [Input] Pulumi.Tls.{args}.{member} is required but was not given a value "
            + $"(Parameter '{member}')";
    }

    [Fact]
    public async Task PrivateKeysAreSecretAsSoonAsTheyAreSetAndNullIsSoToo()
    {
        Assert.Equal("secret 'key'", await Text.OfAsync(new SelfSignedCertArgs { PrivateKeyPem = "key" }.PrivateKeyPem.ToOutput()));
        Assert.Equal("secret 'key'", await Text.OfAsync(new CertRequestArgs { PrivateKeyPem = "key" }.PrivateKeyPem.ToOutput()));
        Assert.Equal("secret 'key'", await Text.OfAsync(new LocallySignedCertArgs { CaPrivateKeyPem = "key" }.CaPrivateKeyPem.ToOutput()));
        Assert.Equal("'cert'", await Text.OfAsync(new LocallySignedCertArgs { CaCertPem = "cert" }.CaCertPem.ToOutput()));
        Assert.Equal(
            "secret unknown",
            await Text.OfAsync(new SelfSignedCertArgs { PrivateKeyPem = OutputUtilities.CreateUnknown("u") }.PrivateKeyPem.ToOutput())
        );
        Assert.Equal("secret null", await Text.OfAsync(new SelfSignedCertArgs { PrivateKeyPem = null }.PrivateKeyPem.ToOutput()));
        Assert.Null(new SelfSignedCertArgs().PrivateKeyPem);
    }

    [Theory]
    [InlineData(false, "0")]
    [InlineData(true, "unknown")]
    public async Task OutputsAreThoseOfTheStateAndNotSecretByThemselves(bool preview, string absent) =>
        await Mocks
            .Giving(
                ("privateKeyPem", "PEM"),
                ("privateKeyPemPkcs8", "P8"),
                ("privateKeyOpenssh", "SSH"),
                ("publicKeyPem", "PUB"),
                ("certPem", "CERT"),
                ("certRequestPem", "CSR"),
                ("caPrivateKeyPem", "CA KEY"),
                ("validityEndTime", "2034"),
                ("subject", Mocks.Map(("commonName", "Root CA"), ("streetAddresses", ImmutableArray.Create("s"))))
            )
            .Run(
                async () =>
                {
                    var key = new PrivateKey("key", new PrivateKeyArgs { Algorithm = "RSA" });
                    Assert.Equal("'PEM'", await Text.OfAsync(key.PrivateKeyPem));
                    Assert.Equal("'P8'", await Text.OfAsync(key.PrivateKeyPemPkcs8));
                    Assert.Equal("'SSH'", await Text.OfAsync(key.PrivateKeyOpenssh));
                    Assert.Equal("'PUB'", await Text.OfAsync(key.PublicKeyPem));
                    Assert.Equal(absent, await Text.OfAsync(key.RsaBits));

                    var root = new SelfSignedCert(
                        "root",
                        new SelfSignedCertArgs
                        {
                            PrivateKeyPem = key.PrivateKeyPem,
                            AllowedUses = { "cert_signing" },
                            ValidityPeriodHours = 1,
                        }
                    );
                    Assert.Equal("'CERT'", await Text.OfAsync(root.CertPem));
                    Assert.Equal("'PEM'", await Text.OfAsync(root.PrivateKeyPem));
                    Assert.Equal("'2034'", await Text.OfAsync(root.ValidityEndTime));
                    Assert.Equal("(CommonName 'Root CA', StreetAddresses ['s'])", await Text.OfAsync(root.Subject));

                    var request = new CertRequest("request", new CertRequestArgs { PrivateKeyPem = key.PrivateKeyPem });
                    Assert.Equal("'CSR'", await Text.OfAsync(request.CertRequestPem));

                    var leaf = new LocallySignedCert(
                        "leaf",
                        new LocallySignedCertArgs
                        {
                            CaCertPem = root.CertPem,
                            CaPrivateKeyPem = key.PrivateKeyPem,
                            CertRequestPem = request.CertRequestPem,
                            AllowedUses = { "cert_signing" },
                            ValidityPeriodHours = 1,
                        }
                    );
                    Assert.Equal("'CERT'", await Text.OfAsync(leaf.CertPem));
                    Assert.Equal("'CA KEY'", await Text.OfAsync(leaf.CaPrivateKeyPem));
                    Assert.Equal("'CERTCERT'", await Text.OfAsync(Output.Format($"{leaf.CertPem}{root.CertPem}")));
                    Assert.Equal(["leaf", "root"], await Text.OriginsAsync(Output.Format($"{leaf.CertPem}{root.CertPem}")));
                },
                preview
            );
}
