using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A trust whose keys and certificates the tls provider makes.</summary>
/// <remarks>
/// Names carry the generation of the root, so that a rotation creates and never replaces. In every phase of a rotation both generations
/// are there, and a step changes only which one is handed out: what is not in use any more, or not yet, is not protected, so that the end
/// of the rotation, or its withdrawal, may delete it.
/// </remarks>
internal sealed class GeneratedTrust(PlannedScope scope, MeshTrustSettings settings, GeneratedTrustSettings generated)
{
    private static readonly string[] Signing = ["cert_signing", "crl_signing"];

    private readonly RotationPhase _phase = RotationPhases.Parse(settings.Rotation?.Phase);

    private int? From => settings.Rotation?.From;

    private int Signer => _phase == RotationPhase.Prepare ? From!.Value : generated.Root;

    private string Organization => generated.Organization ?? scope.Name;

    public TrustMaterial Material()
    {
        int[] generations = From is { } from ? [from, generated.Root] : [generated.Root];
        var roots = generations.ToDictionary(generation => generation, Root);
        var clusters = generations.ToDictionary(
            generation => generation,
            generation => settings.Clusters.ToDictionary(c => c.Name, c => Intermediate(c, generation, roots[generation]))
        );
        if (_phase == RotationPhase.Steady)
        {
            scope.Plan.Checks.Add(new([roots[Signer].Certificate], pems => RootsEnd(pems[0])) { Component = scope.Component });
        }

        var trusted = generations.Where(IsTrusted).ToList();
        var bundle = TextValue.From([.. trusted.Select(generation => roots[generation].Certificate)], pems => RootBundle.Of(pems));
        var state = TrustState.Create(_phase, From is { } left ? GeneratedNames.Of(left) : null, GeneratedNames.Of(generated.Root));
        return new TrustMaterial
        {
            RootBundle = bundle,
            RootCertificates =
            [
                .. trusted.Select(generation => TextValue.From([roots[generation].Certificate], pems => RootBundle.Of(pems))),
            ],
            Clusters = Empty
                .Map<CaCertificatesSettings>()
                .AddRange(clusters[Signer].Select(one => KeyValuePair.Create(one.Key, CaCertificates(one.Value, roots[Signer], bundle)))),
            Roots = [.. trusted.Select(generation => (GeneratedNames.Of(generation), roots[generation].Certificate))],
            Intermediates = [.. settings.Clusters.Select(cluster => (cluster.Name, clusters[Signer][cluster.Name].Certificate))],
            Mark = StateMarks.Of(state),
            State = _ => state,
        };
    }

    private bool IsTrusted(int generation) => generation == generated.Root || _phase is RotationPhase.Prepare or RotationPhase.Switch;

    /// <summary>Whether calls rest on it: it signs, or workloads hold certificates that it signed.</summary>
    private bool IsRootInUse(int generation) => generation == Signer || (_phase == RotationPhase.Switch && generation == From);

    private IssuedCa Root(int generation)
    {
        var name = GeneratedNames.Root(scope.LogicalName, generation);
        var key = Key(name, IsRootInUse(generation));
        var inputs = new Dictionary<string, object>
        {
            ["privateKeyPem"] = key,
            ["subject"] = Subject($"root CA {GeneratedNames.Of(generation)}"),
            ["isCaCertificate"] = true,
            ["allowedUses"] = Signing,

            // One CA below the root: an intermediate can sign workloads, and no further CA.
            ["maxPathLength"] = 1L,
            ["setSubjectKeyId"] = true,
            ["setAuthorityKeyId"] = true,
            ["validityPeriodHours"] = (long)generated.RootValidityHours,
        };
        var isProtected = IsRootInUse(generation) && generated.Protect;
        return new(key, TlsResources.Add(scope, "selfSignedCert:SelfSignedCert", name, "certPem", inputs, isProtected, "privateKeyPem"));
    }

    private IssuedCa Intermediate(TrustClusterSettings cluster, int generation, IssuedCa root)
    {
        var name = GeneratedNames.Intermediate(scope.LogicalName, generation, cluster.LogicalName);
        // Only a root is worth it: the CA of a cluster can be made again, and has to go with its cluster.
        var key = Key(name, isInUse: false);
        var asked = new Dictionary<string, object>
        {
            ["privateKeyPem"] = key,
            ["subject"] = Subject($"{cluster.Name} intermediate CA {GeneratedNames.Of(generation)}"),
            ["dnsNames"] = cluster.AllDnsNames,
        };
        var request = TlsResources.Add(
            scope,
            "certRequest:CertRequest",
            name + "-request",
            "certRequestPem",
            asked,
            false,
            "privateKeyPem"
        );
        var signed = new Dictionary<string, object>
        {
            ["certRequestPem"] = request,
            ["caCertPem"] = root.Certificate,
            ["caPrivateKeyPem"] = root.PrivateKey,
            ["isCaCertificate"] = true,
            ["allowedUses"] = Signing,
            ["maxPathLength"] = 0L,
            ["setSubjectKeyId"] = true,
            ["validityPeriodHours"] = (long)generated.IntermediateValidityHours,
            ["earlyRenewalHours"] = (long)generated.EarlyRenewalHours,
        };

        return new(key, TlsResources.Add(scope, "locallySignedCert:LocallySignedCert", name, "certPem", signed, false, "caPrivateKeyPem"));
    }

    private SortedDictionary<string, object> Subject(string name) =>
        new(StringComparer.Ordinal) { ["commonName"] = name, ["organization"] = Organization };

    private TextValue Key(LogicalName name, bool isInUse)
    {
        var inputs =
            generated.KeyAlgorithm == KeyAlgorithms.EcdsaP256
                ? new Dictionary<string, object> { ["algorithm"] = "ECDSA", ["ecdsaCurve"] = "P256" }
                : new Dictionary<string, object> { ["algorithm"] = "RSA", ["rsaBits"] = 4096L };
        var isProtected = isInUse && generated.Protect;
        string[] secrets = ["privateKeyOpenssh", "privateKeyPem", "privateKeyPemPkcs8"];
        return TlsResources.Add(scope, "privateKey:PrivateKey", name + "-key", "privateKeyPem", inputs, isProtected, secrets);
    }

    private static CaCertificatesSettings CaCertificates(IssuedCa intermediate, IssuedCa root, TextValue bundle) =>
        new()
        {
            Certificate = intermediate.Certificate,
            PrivateKey = intermediate.PrivateKey,
            CertificateChain = TextValue.From([intermediate.Certificate, root.Certificate], pems => RootBundle.Of(pems)),
            RootCertificate = bundle,
        };

    // A root is not renewed in place, so somebody has to start a rotation in time.
    private IEnumerable<ArgsProblem> RootsEnd(string pem)
    {
        if (
            !Placeholder.IsIn(pem)
            && CertificateFacts.First(pem) is { } certificate
            && certificate.NotAfter < settings.Clock.GetUtcNow().AddHours(generated.IntermediateValidityHours)
        )
        {
            yield return ArgsProblem.Warning(
                "generated.root",
                $"root {Signer} ends on {Dates.Day(certificate.NotAfter)}, before an intermediate that is issued now; "
                    + $"rotate: root: {Signer + 1}, rotation: {{from: {Signer}, phase: prepare}}"
            );
        }
    }
}
