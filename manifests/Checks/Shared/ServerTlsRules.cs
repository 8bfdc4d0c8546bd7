namespace MeshStack.Manifests;

/// <summary>Rules on the TLS settings that a Gateway's server or a Sidecar's ingress listener terminates with.</summary>
internal static class ServerTlsRules
{
    private static readonly string[] Kinds = ["Gateway", "Sidecar"];

    private static readonly string[] CertificateKeys =
    [
        "serverCertificate",
        "privateKey",
        "caCertificates",
        "caCrl",
        "credentialName",
        "credentialNames",
        "caCertCredentialName",
        "tlsCertificates",
    ];

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
            Credentials
        ),
        new(
            "server-tls-istio-mutual",
            Severity.Error,
            "Gateway",
            "ISTIO_MUTUAL uses the mesh's own certificates and names no others.",
            IstioMutual
        ),
        new(
            "server-tls-crl",
            Severity.Error,
            Kinds,
            "A revocation list is given only where clients are authenticated from files.",
            RevocationList
        ),
        new("server-tls-unused-certificates", Severity.Warning, Kinds, "The passthrough modes name no certificates.", Unused),
        new("server-tls-ciphers", Severity.Warning, Kinds, "Cipher suites are known and named once.", CipherSuites),
        new("server-tls-old-version", Severity.Warning, Kinds, "TLS below 1.2 comes with cipher suites that support it.", OldVersion),
    ];

    private static IEnumerable<Field> Of(Subject subject) =>
        subject.Spec[subject.Kind == "Gateway" ? "servers" : "ingress"].Items.Select(server => server["tls"]).Where(tls => tls.Exists);

    private static IEnumerable<Problem> Credentials(Subject subject)
    {
        foreach (var tls in Of(subject))
        {
            var mode = tls["mode"].Text;
            if (
                mode is not ("SIMPLE" or "MUTUAL" or "OPTIONAL_MUTUAL")
                || tls["credentialName"].HasContent
                || tls["credentialNames"].HasContent
            )
            {
                continue;
            }

            List<string> missing = [];
            if (!tls["tlsCertificates"].HasContent)
            {
                missing.AddRange(new[] { "serverCertificate", "privateKey" }.Where(key => !tls[key].HasContent));
            }

            if (mode != "SIMPLE" && !tls["caCertificates"].HasContent && !tls["caCertCredentialName"].HasContent)
            {
                missing.Add("caCertificates");
            }

            if (missing.Count > 0)
            {
                yield return new(
                    tls,
                    $"tls mode {mode} has no {string.Join(", no ", missing)}; give them, or the name of a secret as credentialName."
                );
            }
        }
    }

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
        where tls["caCrl"].HasContent && (tls["credentialName"].HasContent || tls["mode"].Text == "SIMPLE")
        select new Problem(
            tls["caCrl"],
            tls["mode"].Text == "SIMPLE"
                ? "caCrl is given with tls mode SIMPLE, which authenticates no client; it belongs to MUTUAL and OPTIONAL_MUTUAL."
                : "caCrl is given beside credentialName; put the list into the secret's key ca.crl."
        );

    private static IEnumerable<Problem> Unused(Subject subject) =>
        from tls in Of(subject)
        let mode = tls["mode"].Text
        where mode is "PASSTHROUGH" or "AUTO_PASSTHROUGH"
        from field in CertificateKeys.Select(key => tls[key])
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
