namespace MeshStack.Manifests;

/// <summary>Rules on the TLS settings that a Gateway's server or a Sidecar's ingress listener terminates with.</summary>
internal static class ServerTlsRules
{
    private static readonly string[] Kinds = ["Gateway", "Sidecar"];

    private const int MostCertificates = 2;

    private static readonly string[] CertificateKeys =
    [
        "serverCertificate",
        "privateKey",
        "caCertificates",
        "credentialName",
        "credentialNames",
        "tlsCertificates",
    ];

    private static readonly string[] UnusedKeys = [.. CertificateKeys, "caCrl"];

    private static readonly HashSet<string> Ciphers = new(StringComparer.Ordinal)
    {
        "",
        "ALL",
        "ECDHE-ECDSA-AES128-GCM-SHA256",
        "ECDHE-RSA-AES128-GCM-SHA256",
        "ECDHE-ECDSA-AES256-GCM-SHA384",
        "ECDHE-RSA-AES256-GCM-SHA384",
        "ECDHE-ECDSA-CHACHA20-POLY1305",
        "ECDHE-RSA-CHACHA20-POLY1305",
        "ECDHE-ECDSA-AES128-SHA",
        "ECDHE-RSA-AES128-SHA",
        "ECDHE-ECDSA-AES256-SHA",
        "ECDHE-RSA-AES256-SHA",
        "AES128-GCM-SHA256",
        "AES256-GCM-SHA384",
        "AES128-SHA",
        "AES256-SHA",
        "DES-CBC3-SHA",
    };

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "server-tls-credentials",
            Severity.Error,
            Kinds,
            "SIMPLE, MUTUAL and OPTIONAL_MUTUAL have a certificate and a key, the mutual modes a CA too, or a credentialName.",
            "Without a certificate and its key the server cannot answer a handshake, and without a CA it cannot verify clients.",
            "Give a credentialName, or serverCertificate and privateKey, and caCertificates in the mutual modes.",
            Credentials
        ),
        new(
            "server-tls-one-source",
            Severity.Error,
            Kinds,
            "Certificates come from one of serverCertificate and privateKey, credentialName, credentialNames and tlsCertificates.",
            "It would be open which of the certificates the server presents.",
            "Keep one of serverCertificate with privateKey, credentialName, credentialNames and tlsCertificates.",
            OneSource
        ),
        new(
            "server-tls-certificate-count",
            Severity.Warning,
            Kinds,
            "tlsCertificates has at most two certificates.",
            "A proxy serves one certificate per type of key, and ignores the ones beyond two.",
            "Keep one certificate with RSA and one with ECDSA.",
            CertificateCount
        ),
        new(
            "server-tls-istio-mutual",
            Severity.Error,
            "Gateway",
            "ISTIO_MUTUAL uses the mesh's own certificates and names no others.",
            "The server presents the certificate that istiod issues, so the named ones would never be used.",
            "Remove them, or use mode MUTUAL.",
            IstioMutual
        ),
        new(
            "server-tls-crl",
            Severity.Error,
            Kinds,
            "A revocation list is given only where clients are authenticated, and not beside the credentialName of a passthrough mode.",
            "The list would not be read there, and revoked clients would be let in.",
            "Put the list into the secret's key ca.crl, or use a mutual mode with files.",
            RevocationList
        ),
        new(
            "server-tls-unused-certificates",
            Severity.Warning,
            Kinds,
            "The passthrough modes name no certificates.",
            "The bytes pass through without being decrypted, so the certificates are ignored.",
            "Remove them, or use a mode that terminates TLS.",
            Unused
        ),
        new(
            "server-tls-ciphers",
            Severity.Warning,
            Kinds,
            "Cipher suites are known and named once.",
            "istiod leaves the suite out, so the server may offer fewer suites than was meant, or its defaults.",
            "Write the listed suites, each once.",
            CipherSuites
        ),
        new(
            "server-tls-old-version",
            Severity.Warning,
            Kinds,
            "TLS below 1.2 comes with cipher suites that support it.",
            "The default cipher suites need TLS 1.2, so old clients would find none and fail all the same.",
            "Name cipherSuites that they know, or leave minProtocolVersion out.",
            OldVersion
        ),
    ];

    private static IEnumerable<Field> Of(Subject subject) =>
        subject.Spec[subject.Kind == "Gateway" ? "servers" : "ingress"].Items.Select(server => server["tls"]).Where(tls => tls.Exists);

    private static string ModeOf(Field tls) => tls["mode"].Text ?? "PASSTHROUGH";

    private static bool IsTerminating(string mode) => mode is "SIMPLE" or "MUTUAL" or "OPTIONAL_MUTUAL";

    private static bool HasCredential(Field tls) => tls["credentialName"].HasContent || tls["credentialNames"].HasContent;

    private static IEnumerable<Problem> Credentials(Subject subject)
    {
        foreach (var tls in Of(subject))
        {
            var mode = ModeOf(tls);
            if (!IsTerminating(mode) || HasCredential(tls))
            {
                continue;
            }

            if (mode != "SIMPLE" && !tls["caCertificates"].HasContent)
            {
                yield return new(tls, $"tls mode {mode} has no caCertificates; give them, or the name of a secret as credentialName.");
            }

            foreach (var certificate in tls["tlsCertificates"].HasContent ? tls["tlsCertificates"].Items : [tls])
            {
                var missing = new[] { "serverCertificate", "privateKey" }.Where(key => !certificate[key].HasContent).ToArray();
                if (missing.Length > 0)
                {
                    yield return new(
                        certificate,
                        $"tls mode {mode} has no {string.Join(" and no ", missing)}; give them, or the name of a secret as credentialName."
                    );
                }
            }
        }
    }

    private static IEnumerable<Problem> OneSource(Subject subject)
    {
        foreach (var tls in Of(subject).Where(tls => ModeOf(tls) != "ISTIO_MUTUAL"))
        {
            string[] given =
            [
                .. tls["serverCertificate"].HasContent && tls["privateKey"].HasContent ? ["serverCertificate"] : Array.Empty<string>(),
                .. new[] { "credentialName", "credentialNames", "tlsCertificates" }.Where(key => tls[key].HasContent),
            ];
            if (given.Length > 1)
            {
                yield return new(tls, $"The certificates come from {string.Join(" and ", given)}; give one of them.");
            }
        }
    }

    private static IEnumerable<Problem> CertificateCount(Subject subject) =>
        from tls in Of(subject)
        let certificates = tls["tlsCertificates"]
        where IsTerminating(ModeOf(tls)) && !HasCredential(tls) && certificates.Items.Count > MostCertificates
        select new Problem(
            certificates,
            $"{certificates.Items.Count} certificates are given; a proxy uses at most {MostCertificates}, one with RSA and one with ECDSA."
        );

    private static IEnumerable<Problem> IstioMutual(Subject subject) =>
        from tls in Of(subject)
        where tls["mode"].Text == "ISTIO_MUTUAL"
        from field in CertificateKeys.Select(key => tls[key])
        where field.HasContent
        select new Problem(
            field,
            $"tls mode ISTIO_MUTUAL has {field.Name}; it uses the mesh's own certificates and allows none of "
                + $"{string.Join(", ", CertificateKeys)}."
        );

    private static IEnumerable<Problem> RevocationList(Subject subject) =>
        from tls in Of(subject)
        let mode = ModeOf(tls)
        where tls["caCrl"].HasContent && mode != "ISTIO_MUTUAL"
        where mode == "SIMPLE" ? !HasCredential(tls) : tls["credentialName"].HasContent && !IsTerminating(mode)
        select new Problem(
            tls["caCrl"],
            mode == "SIMPLE"
                ? "caCrl is given with tls mode SIMPLE, which authenticates no client; it belongs to MUTUAL and OPTIONAL_MUTUAL."
                : "caCrl is given beside credentialName; put the list into the secret's key ca.crl."
        );

    private static IEnumerable<Problem> Unused(Subject subject) =>
        from tls in Of(subject)
        let mode = ModeOf(tls)
        where mode is "PASSTHROUGH" or "AUTO_PASSTHROUGH"
        from field in UnusedKeys.Select(key => tls[key])
        where field.HasContent
        select new Problem(field, $"tls mode {mode} has {field.Name}, which is ignored: TLS passes through and is not terminated here.");

    private static IEnumerable<Problem> CipherSuites(Subject subject)
    {
        foreach (var tls in Of(subject))
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (var suite in tls["cipherSuites"].Items)
            {
                if (suite.Text is not { } name || Placeholder.IsIn(name))
                {
                    continue;
                }

                if (!Ciphers.Contains(name) && char.IsLetterOrDigit(name[0]))
                {
                    yield return new(
                        suite,
                        $"The cipher suite {name} is not known and is ignored; known are "
                            + $"{string.Join(", ", Ciphers.Where(known => known.Length > 0))}."
                    );
                }
                else if (!seen.Add(name))
                {
                    yield return new(suite, $"The cipher suite {name} is named twice; once is enough.");
                }
            }
        }
    }

    private static IEnumerable<Problem> OldVersion(Subject subject) =>
        from tls in Of(subject)
        let version = tls["minProtocolVersion"]
        where version.Text is "TLSV1_0" or "TLSV1_1" && !tls["cipherSuites"].HasContent
        select new Problem(
            version,
            $"minProtocolVersion is {version.Text}, but the default cipher suites need TLSV1_2; name cipherSuites that older clients know."
        );
}
