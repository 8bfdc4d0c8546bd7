using System.Collections.Immutable;
using MeshStack.Manifests;
using Pulumi;
using Pulumi.Tls;
using Pulumi.Tls.Inputs;

namespace MeshStack;

/// <summary>A trust whose keys and certificates the tls provider makes.</summary>
/// <remarks>
/// Names carry the generation of the root, so that a rotation creates and never replaces. In every phase of a rotation both generations are
/// there, and a step changes only which one is handed out: what is not in use any more, or not yet, is not protected, so that the end of the
/// rotation, or its withdrawal, may delete it.
/// </remarks>
internal sealed class GeneratedTrust(Resource component, MeshTrustArgs args, GeneratedTrustArgs generated)
{
    private readonly RotationPhase _phase = RotationPhases.Parse(args.Rotation?.Phase);

    private int? From => args.Rotation?.From;

    private int Signer => _phase == RotationPhase.Prepare ? From!.Value : generated.Root;

    public TrustMaterial Material()
    {
        int[] generations = From is { } from ? [from, generated.Root] : [generated.Root];
        var roots = generations.ToDictionary(generation => generation, generation => Root(generation));
        var clusters = generations.ToDictionary(
            generation => generation,
            generation => args.Clusters.ToDictionary(cluster => cluster.Name, cluster => Intermediate(cluster, generation, roots[generation]), StringComparer.Ordinal));
        if (_phase == RotationPhase.Steady)
        {
            WarnOfTheRootsEnd(roots[Signer].Certificate);
        }

        var trusted = generations.Where(IsTrusted).ToImmutableArray();
        var bundle = Output.All(trusted.Select(generation => roots[generation].Certificate)).Apply(pems => RootBundle.Of(pems));
        return new TrustMaterial
        {
            RootBundle = bundle,
            RootCertificates = [.. trusted.Select(generation => roots[generation].Certificate.Apply(pem => RootBundle.Of(pem)))],
            Clusters = clusters[Signer].ToImmutableDictionary(one => one.Key, one => CaCertificates(one.Value, roots[Signer], bundle), StringComparer.Ordinal),
            Roots = [.. trusted.Select(generation => (GeneratedNames.Of(generation), roots[generation].Certificate))],
            Intermediates = [.. args.Clusters.Select(cluster => (cluster.Name, clusters[Signer][cluster.Name].Certificate))],
            State = Output.Create<TrustState?>(TrustState.Of(_phase, From is { } left ? GeneratedNames.Of(left) : null, GeneratedNames.Of(generated.Root))),
        };
    }

    private bool IsTrusted(int generation) => generation == generated.Root || _phase is RotationPhase.Prepare or RotationPhase.Switch;

    /// <summary>Whether calls rest on it: it signs, or workloads hold certificates that it signed.</summary>
    private bool IsRootInUse(int generation) => generation == Signer || (_phase == RotationPhase.Switch && generation == From);

    private IssuedCa Root(int generation)
    {
        var name = GeneratedNames.Root(component, generation);
        var options = Options(IsRootInUse(generation), "privateKeyPem");
        var key = Key(name, IsRootInUse(generation));
        var certificate = new SelfSignedCert(
            name,
            new SelfSignedCertArgs
            {
                PrivateKeyPem = key,
                Subject = new SelfSignedCertSubjectArgs { CommonName = $"root CA {GeneratedNames.Of(generation)}", Organization = Organization },
                IsCaCertificate = true,
                AllowedUses = { "cert_signing", "crl_signing" },

                // One CA below the root: an intermediate can sign workloads, and no further CA.
                MaxPathLength = 1,
                SetSubjectKeyId = true,
                SetAuthorityKeyId = true,
                ValidityPeriodHours = generated.RootValidityHours,
            },
            options);
        return new IssuedCa(key, certificate.CertPem);
    }

    private IssuedCa Intermediate(TrustClusterArgs cluster, int generation, IssuedCa root)
    {
        var name = GeneratedNames.Intermediate(component, generation, cluster.Name);
        var key = Key(name, generation == Signer);
        var request = new CertRequest(
            $"{name}-request",
            new CertRequestArgs
            {
                PrivateKeyPem = key,
                Subject = new CertRequestSubjectArgs { CommonName = $"{cluster.Name} intermediate CA {GeneratedNames.Of(generation)}", Organization = Organization },
                DnsNames = cluster.AllDnsNames.ToArray(),
            },
            Options(isProtected: false, "privateKeyPem"));

        // Not protected: it is renewed by replacement, and its key, which is, stays the same.
        var certificate = new LocallySignedCert(
            name,
            new LocallySignedCertArgs
            {
                CertRequestPem = request.CertRequestPem,
                CaCertPem = root.Certificate,
                CaPrivateKeyPem = root.PrivateKey,
                IsCaCertificate = true,
                AllowedUses = { "cert_signing", "crl_signing" },
                MaxPathLength = 0,
                SetSubjectKeyId = true,
                ValidityPeriodHours = generated.IntermediateValidityHours,
                EarlyRenewalHours = generated.EarlyRenewalHours,
            },
            Options(isProtected: false, "caPrivateKeyPem"));
        return new IssuedCa(key, certificate.CertPem);
    }

    private string Organization => generated.Organization ?? component.GetResourceName();

    private Output<string> Key(string name, bool isInUse)
    {
        var key = new PrivateKey(
            $"{name}-key",
            generated.KeyAlgorithm == KeyAlgorithms.EcdsaP256
                ? new PrivateKeyArgs { Algorithm = "ECDSA", EcdsaCurve = "P256" }
                : new PrivateKeyArgs { Algorithm = "RSA", RsaBits = 4096 },
            Options(isInUse, "privateKeyOpenssh", "privateKeyPem", "privateKeyPemPkcs8"));
        return Output.CreateSecret(key.PrivateKeyPem);
    }

    private CustomResourceOptions Options(bool isProtected, params List<string> secrets) => new()
    {
        Parent = component,
        Protect = isProtected && generated.Protect,
        AdditionalSecretOutputs = secrets,
    };

    private static CaCertificatesArgs CaCertificates(IssuedCa intermediate, IssuedCa root, Output<string> bundle) => new()
    {
        Certificate = intermediate.Certificate,
        PrivateKey = intermediate.PrivateKey,
        CertificateChain = Output.Tuple(intermediate.Certificate, root.Certificate).Apply(pair => RootBundle.Of(pair.Item1, pair.Item2)),
        RootCertificate = bundle,
    };

    // A root is not renewed in place, so somebody has to start a rotation in time.
    private void WarnOfTheRootsEnd(Output<string> root) => root.Apply(pem =>
    {
        if (!Placeholder.IsIn(pem)
            && CertificateFacts.First(pem) is { } certificate
            && certificate.NotAfter < args.Clock.GetUtcNow().AddHours(generated.IntermediateValidityHours))
        {
            Log.Warn(
                $"{component.GetResourceName()}: generated.root: root {Signer} ends on {Dates.Day(certificate.NotAfter)}, before an intermediate that is issued now; "
                + $"rotate: root: {Signer + 1}, rotation: {{from: {Signer}, phase: prepare}}",
                component);
        }

        return pem;
    });
}
