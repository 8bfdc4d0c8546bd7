using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MeshStack.Components.Tests.Trust;

public sealed class CaCertificateChecksTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Authority Root = Authority.Root();
    private static readonly Authority Other = Authority.Root("other");
    private static readonly Authority East = Root.Issue("east");

    public static TheoryData<string> Cases => [.. BadPems.Keys.Order(StringComparer.Ordinal)];

    private static Dictionary<string, (TrustPems Pems, string[] Problems)> BadPems { get; } =
        new(StringComparer.Ordinal)
        {
            ["empty certificate"] = (
                Trust(East.For("east") with { Certificate = " \n" }),
                ["clusters.east.certificate: is empty; required: one CERTIFICATE block"]
            ),
            ["no PEM"] = (
                Trust(East.For("east") with { Certificate = "hush" }),
                ["clusters.east.certificate: holds no PEM block; required: one CERTIFICATE block"]
            ),
            ["cut off"] = (
                Trust(East.For("east") with { Certificate = East.Pem[..^40] }),
                ["clusters.east.certificate: holds a PEM block that is cut off or damaged; required: one CERTIFICATE block"]
            ),
            ["key in place of a certificate"] = (
                Trust(East.For("east") with { Certificate = East.KeyPem }),
                ["clusters.east.certificate: holds 1 EC PRIVATE KEY block; required: one CERTIFICATE block"]
            ),
            ["two certificates where one belongs"] = (
                Trust(East.For("east") with { Certificate = East.Pem + Root.Pem }),
                ["clusters.east.certificate: holds 2 CERTIFICATE blocks; required: one CERTIFICATE block"]
            ),
            ["not X.509"] = (
                Trust(East.For("east") with { Certificate = PemEncoding.WriteString("CERTIFICATE", [1, 2, 3]) }),
                ["clusters.east.certificate: block 1 is no X.509 certificate; required: one CERTIFICATE block"]
            ),
            ["key in the chain"] = (
                Trust(East.For("east", Root) with { CertificateChain = East.Pem + East.KeyPem }),
                [
                    "clusters.east.certificateChain: holds 1 CERTIFICATE and 1 EC PRIVATE KEY blocks; required: CERTIFICATE blocks and "
                        + "no others",
                ]
            ),
            ["unknown kind"] = (
                Trust(East.For("east") with { Certificate = PemEncoding.WriteString("HUSH", [1, 2, 3]) }),
                ["clusters.east.certificate: holds 1 unknown block; required: one CERTIFICATE block"]
            ),
            ["leaf"] = (
                Trust(Root.Issue("leaf", s => s with { IsCa = false }).For("east", Root)),
                ["clusters.east.certificate: is no CA, its basic constraints say CA:false; required: CA:true"]
            ),
            ["no basic constraints"] = (
                Trust(Root.Issue("leaf", s => s with { IsCa = null }).For("east", Root)),
                ["clusters.east.certificate: has no basic constraints; required: CA:true"]
            ),
            ["key usage"] = (
                Trust(Root.Issue("east", s => s with { KeyUsage = X509KeyUsageFlags.DigitalSignature }).For("east", Root)),
                ["clusters.east.certificate: may not sign certificates, its key usage is DigitalSignature; required: keyCertSign"]
            ),
            ["no key usage, which is any"] = (Trust(Root.Issue("east", s => s with { KeyUsage = null }).For("east", Root)), []),
            ["expired"] = (
                Trust(Root.Issue("east", s => s with { NotAfter = Now.AddDays(-1) }).For("east", Root)),
                ["clusters.east.certificate: expired on 2026-05-31; required: at least 30 days left"]
            ),
            ["not valid yet"] = (
                Trust(Root.Issue("east", s => s with { NotBefore = Now.AddDays(1) }).For("east", Root)),
                ["clusters.east.certificate: is not valid before 2026-06-02; required: valid now"]
            ),
            ["29 days left"] = (
                Trust(Root.Issue("east", s => s with { NotAfter = Now.AddDays(30).AddSeconds(-1) }).For("east", Root)),
                ["clusters.east.certificate: expires on 2026-07-01, 29 days from now; required: at least 30 days left"]
            ),
            ["30 days left"] = (
                Trust(Root.Issue("east", s => s with { NotAfter = Now.AddDays(30) }).For("east", Root)),
                ["warning clusters.east.certificate: expires on 2026-07-01, 30 days from now; renew it before 30 days are left"]
            ),
            ["SHA-1"] = (
                Signed(s => s with { Signature = key => new Sha1Signature((RSA)key) }),
                ["clusters.east.certificate: is signed with SHA-1; required: RSA or ECDSA with SHA-256 or longer"]
            ),
            ["weak root"] = (
                Below(Authority.Root("weak", s => s with { RsaBits = 1024 })),
                ["provided.rootCertificate: has an RSA key of 1024 bits; required: RSA of 2048 bits or EC of 256 bits, or more"]
            ),
            ["root that an older one of its name signed"] = (
                Below(Authority.Root().Issue("root", s => s with { PathLength = null, HasKeyIdentifiers = true })),
                [
                    "provided.rootCertificate: is not self-signed, the signature is by another key; required: the root itself, not a "
                        + "CA below it",
                ]
            ),
            ["root that is no root"] = (
                new TrustPems(East.Pem),
                [
                    "provided.rootCertificate: has the path length 0 and 1 CA below it; required: at least 1",
                    "provided.rootCertificate: is not self-signed, its issuer is CN=root; required: the root itself, not a CA below it",
                ]
            ),
            ["root without room"] = (
                Below(Authority.Root("narrow", s => s with { PathLength = 0 })),
                ["provided.rootCertificate: has the path length 0 and 1 CA below it; required: at least 1"]
            ),
            ["two CAs below a root with room for one"] = (
                BelowTwo(Authority.Root("narrow", s => s with { PathLength = 1 }), 1),
                ["clusters.east.certificateChain: has 2 CAs below the root (CN=narrow), whose path length is 1"]
            ),
            ["a CA between without room"] = (
                BelowTwo(Root, 0),
                ["clusters.east.certificateChain: block 2 (CN=policy) has the path length 0 and 1 CA below it; required: at least 1"]
            ),
            ["key of another certificate"] = (
                Trust(East.For("east") with { PrivateKey = Other.KeyPem }),
                ["clusters.east.privateKey: is the key of another certificate than clusters.east.certificate (CN=east)"]
            ),
            ["RSA key for an EC certificate"] = (
                Trust(East.For("east") with { PrivateKey = Authority.Root("rsa", s => s with { RsaBits = 2048 }).KeyPem }),
                ["clusters.east.privateKey: is the key of another certificate than clusters.east.certificate (CN=east)"]
            ),
            ["encrypted key"] = (
                Trust(East.For("east") with { PrivateKey = East.EncryptedPem }),
                [
                    "clusters.east.privateKey: holds an encrypted private key, which istiod cannot open; required: one unencrypted "
                        + "PRIVATE KEY, RSA PRIVATE KEY or EC PRIVATE KEY block",
                ]
            ),
            ["key encrypted the old way"] = (
                Trust(
                    East.For("east") with
                    {
                        PrivateKey =
                            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA "
                            + "PRIVATE KEY-----\n",
                    }
                ),
                [
                    "clusters.east.privateKey: holds an encrypted private key, which istiod cannot open; required: one unencrypted "
                        + "PRIVATE KEY, RSA PRIVATE KEY or EC PRIVATE KEY block",
                ]
            ),
            ["certificate in place of a key"] = (
                Trust(East.For("east") with { PrivateKey = East.Pem }),
                [
                    "clusters.east.privateKey: holds 1 CERTIFICATE block; required: one unencrypted PRIVATE KEY, RSA PRIVATE KEY or EC "
                        + "PRIVATE KEY block",
                ]
            ),
            ["damaged key"] = (
                Trust(East.For("east") with { PrivateKey = PemEncoding.WriteString("EC PRIVATE KEY", [1, 2, 3]) }),
                [
                    "clusters.east.privateKey: holds a key that is neither RSA nor EC, or is damaged; required: the private key of the "
                        + "certificate",
                ]
            ),
            ["parameters before the key"] = (
                Trust(East.For("east") with { PrivateKey = PemEncoding.WriteString("EC PARAMETERS", [6, 0]) + "\n" + East.KeyPem }),
                [
                    "clusters.east.privateKey: holds 1 EC PARAMETERS and 1 EC PRIVATE KEY blocks; required: one unencrypted PRIVATE KEY, "
                        + "RSA PRIVATE KEY or EC PRIVATE KEY block",
                ]
            ),
            ["another root"] = (
                Trust(Other.Issue("east").For("east")),
                ["clusters.east.certificateChain: block 1 (CN=east) was not issued by the root (CN=root): its issuer is CN=other"]
            ),
            ["another root of the same name"] = (
                Trust(Authority.Root().Issue("east").For("east")),
                ["clusters.east.certificateChain: block 1 (CN=east) was not issued by the root (CN=root): the signature is by another key"]
            ),
            ["another root and no chain"] = (
                Trust(Other.Issue("east").For("east") with { CertificateChain = null }),
                [
                    "clusters.east.certificate: was not issued by the root (CN=root): its issuer is CN=other; required: that, or a "
                        + "certificateChain up to the root",
                ]
            ),
            ["chain from the root down"] = (
                Trust(East.For("east") with { CertificateChain = Root.Pem + East.Pem }),
                [
                    "clusters.east.certificateChain: begins with another certificate (CN=root) than clusters.east.certificate; required: "
                        + "that one first, then the issuer of each, the root last or left out",
                ]
            ),
            ["stranger in the chain"] = (
                Trust(East.For("east", Root.Issue("stranger", s => s with { PathLength = 1 }), Root)),
                [
                    "clusters.east.certificateChain: block 2 (CN=stranger) did not issue block 1 (CN=east): its issuer is CN=root; "
                        + "required: the issuer of each certificate right after it",
                ]
            ),
            ["empty chain"] = (
                Trust(East.For("east") with { CertificateChain = "" }),
                ["clusters.east.certificateChain: is empty; required: CERTIFICATE blocks and no others"]
            ),
            ["the root in a cluster"] = (
                Trust(Root.For("east")),
                [
                    "clusters.east.certificate: is the root itself; required: an intermediate CA that the root issued, so that the "
                        + "root's key is in no cluster",
                ]
            ),
            ["another DNS name"] = (
                Trust(Root.Issue("east", s => s with { DnsNames = ["istiod.istio.svc"] }).For("east", Root)),
                [
                    "warning clusters.east.certificate: has a subject alternative name with istiod.istio.svc; istiod's is "
                        + "istiod.istio-system.svc",
                ]
            ),
            ["one CA for two clusters"] = (
                Trust(East.For("east"), East.For("west")),
                [
                    "warning clusters.west.certificate: has the same key as clusters.east.certificate; a key of its own keeps what one "
                        + "cluster loses from the others",
                ]
            ),
            ["rotation to itself"] = (
                Trust(East.For("east")) with
                {
                    NextRootCertificate = Root.Pem,
                },
                ["provided.nextRootCertificate: is the same certificate as provided.rootCertificate; required: another root"]
            ),
            ["old root about to end while it is left"] = (
                Leaving(isOver: false),
                [
                    "warning provided.rootCertificate: expires on 2026-06-11, 10 days from now; required: at least 30 days left",
                    "warning clusters.east.certificate: expires on 2026-06-10, 9 days from now; required: at least 30 days left",
                ]
            ),
            ["old root at its end after the switch"] = (
                Leaving(isOver: true),
                ["warning provided.previousRootCertificate: expires on 2026-06-11, 10 days from now; required: at least 30 days left"]
            ),
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void BadPemIsNamedAndNeverQuoted(string name)
    {
        var (pems, expected) = BadPems[name];
        var problems = CaCertificateChecks.Problems(pems, Now);
        Assert.Equal(expected, problems.Select(p => $"{(p.Severity == ProblemSeverity.Warning ? "warning " : "")}{p.Path}: {p.Message}"));
        Assert.All(problems, p => Assert.DoesNotMatch("hush|HUSH|BEGIN|MII|[A-Za-z0-9+/]{40}", p.Message));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(false, 2048)]
    [InlineData(true, null)]
    [InlineData(true, 2048)]
    public void GoodPemPasses(bool isPkcs8, int? bits)
    {
        var root = Authority.Root("root", s => s with { RsaBits = bits });
        var policy = root.Issue("policy", s => s with { RsaBits = bits, PathLength = 1 });
        var east = policy.Issue("east", s => s with { RsaBits = bits, DnsNames = ["istiod.istio-system.svc"] });
        var west = root.Issue("west", s => s with { RsaBits = bits });
        var pems = new TrustPems(root.Pem)
        {
            Clusters =
            [
                east.For("east", policy, root) with
                {
                    PrivateKey = isPkcs8 ? east.Pkcs8Pem : east.KeyPem,
                },
                west.For("west") with
                {
                    CertificateChain = null,
                    Certificate = "Subject: CN=west\n" + west.Pem,
                },
            ],
        };
        Assert.Empty(CaCertificateChecks.Problems(pems, Now));
    }

    /// <summary>PSS is what some corporate roots sign with.</summary>
    [Fact]
    public void PssPasses() =>
        Assert.Empty(
            CaCertificateChecks.Problems(
                Signed(s => s with { Signature = key => X509SignatureGenerator.CreateForRSA((RSA)key, RSASignaturePadding.Pss) }),
                Now
            )
        );

    [Fact]
    public void WhatComesLaterIsNotChecked()
    {
        var pems = new TrustPems("${config.rootCertificate}")
        {
            NextRootCertificate = "${config.next}",
            Clusters = [new("east", "${config.certificate}", "${config.key}", "${config.chain}"), East.For("west")],
        };
        Assert.Empty(CaCertificateChecks.Problems(pems, Now));
    }

    [Fact]
    public void TextsOfKeysAreNotPrinted() => Assert.Equal("east", East.For("east").ToString());

    private static TrustPems Trust(params ClusterPems[] clusters) => new(Root.Pem) { Clusters = [.. clusters] };

    private static TrustPems Below(Authority root) => new(root.Pem) { Clusters = [root.Issue("east").For("east", root)] };

    private static TrustPems Signed(Func<AuthorityShape, AuthorityShape> signature)
    {
        var root = Authority.Root("rsa", s => s with { RsaBits = 2048 });
        return new TrustPems(root.Pem) { Clusters = [root.Issue("east", signature).For("east", root)] };
    }

    private static TrustPems BelowTwo(Authority root, int pathLength)
    {
        var policy = root.Issue("policy", s => s with { PathLength = pathLength });
        return new TrustPems(root.Pem) { Clusters = [policy.Issue("east").For("east", policy)] };
    }

    private static TrustPems Leaving(bool isOver)
    {
        var old = Authority.Root("old", s => s with { NotAfter = Now.AddDays(10) });
        return isOver
            ? Trust(East.For("east")) with
            {
                PreviousRootCertificate = old.Pem,
            }
            : new TrustPems(old.Pem)
            {
                NextRootCertificate = Root.Pem,
                Clusters = [old.Issue("east", s => s with { NotAfter = Now.AddDays(9) }).For("east", old)],
            };
    }
}
