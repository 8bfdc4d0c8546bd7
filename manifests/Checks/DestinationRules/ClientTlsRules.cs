namespace MeshStack.Manifests;

/// <summary>Rules on the TLS settings that clients originate with.</summary>
internal static class ClientTlsRules
{
    private const string ConfigMapScheme = "configmap://";

    private static readonly string[] FileKeys = ["clientCertificate", "privateKey", "caCertificates", "caCrl"];
    private static readonly string[] VerifyKeys = ["caCertificates", "subjectAltNames"];
    private static readonly string[] SimpleVerifyKeys = [.. VerifyKeys, "credentialName"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "client-tls-mutual",
            Severity.Error,
            "DestinationRule",
            "MUTUAL has a client certificate and its key, or a credentialName.",
            "Without a certificate and its key the client cannot authenticate itself, and the server refuses every connection.",
            "Give clientCertificate and privateKey, a credentialName, or mode ISTIO_MUTUAL.",
            Mutual
        ),
        new(
            "client-tls-credential-name",
            Severity.Error,
            "DestinationRule",
            "A credentialName comes without files.",
            "It would be open whether the secret or the files hold the certificate that the client presents.",
            "Keep the credentialName, or the files.",
            CredentialName
        ),
        new(
            "client-tls-skip-verify",
            Severity.Error,
            "DestinationRule",
            "insecureSkipVerify comes without anything to verify against.",
            "What is given to verify the server would be ignored, and a stranger could answer in its place.",
            "Remove insecureSkipVerify, or what it skips.",
            SkipVerify
        ),
        new(
            "client-tls-istio-mutual",
            Severity.Warning,
            "DestinationRule",
            "ISTIO_MUTUAL names no certificates; it uses the mesh's own.",
            "istiod ignores the certificates that are named and uses those that it issues itself.",
            "Remove them, or use mode MUTUAL to present them.",
            IstioMutual,
            RuleOrigin.MeshStack
        ),
        new(
            "client-tls-config-map",
            Severity.Error,
            "DestinationRule",
            "A credentialName of a ConfigMap is configmap://namespace/name, with the DestinationRule's own namespace.",
            "Proxies read certificates of a ConfigMap only from the rule's own namespace, and only by both names.",
            "Write configmap://namespace/name with the DestinationRule's namespace.",
            ConfigMap
        ),
    ];

    private static IEnumerable<(Field Tls, string? Mode)> Of(Subject subject) =>
        from policy in TrafficPolicies.Of(subject)
        let tls = policy["tls"]
        where tls.Exists
        select (tls, tls["mode"].Text);

    private static IEnumerable<Problem> Mutual(Subject subject) =>
        from entry in Of(subject)
        where entry.Mode == "MUTUAL" && !entry.Tls["credentialName"].HasContent
        let missing = new[] { "clientCertificate", "privateKey" }.Where(key => !entry.Tls[key].HasContent).ToArray()
        where missing.Length > 0
        select new Problem(
            entry.Tls,
            $"tls mode MUTUAL has no {string.Join(" and no ", missing)}; give both, or a credentialName, or use ISTIO_MUTUAL for the "
                + "mesh's own certificates."
        );

    private static IEnumerable<Problem> CredentialName(Subject subject) =>
        from entry in Of(subject)
        where entry.Mode is "SIMPLE" or "MUTUAL" && entry.Tls["credentialName"].HasContent
        from field in FileKeys.Select(key => entry.Tls[key])
        where field.HasContent
        select new Problem(
            field,
            $"{field.Name} is given beside credentialName {entry.Tls["credentialName"].Text}; the secret holds it, so none of "
                + $"{string.Join(", ", FileKeys)} is allowed."
        );

    private static IEnumerable<Problem> ConfigMap(Subject subject)
    {
        foreach (var (tls, _) in Of(subject))
        {
            var credential = tls["credentialName"];
            if (credential.Text is not { } text || Placeholder.IsIn(text) || !text.StartsWith(ConfigMapScheme, StringComparison.Ordinal))
            {
                continue;
            }

            var parts = text[ConfigMapScheme.Length..].Split('/');
            if (parts.Length < 2 || parts[0].Length == 0 || parts[1].Length == 0)
            {
                yield return new(credential, $"\"{text}\" names no ConfigMap; write {ConfigMapScheme}namespace/name.");
            }
            else if (parts[0] != subject.Manifest.Namespace)
            {
                yield return new(
                    credential,
                    $"The ConfigMap is in the namespace {parts[0]}; it is in the DestinationRule's own, {subject.Manifest.Namespace}."
                );
            }
        }
    }

    private static IEnumerable<Problem> SkipVerify(Subject subject) =>
        from entry in Of(subject)
        where entry.Tls["insecureSkipVerify"].IsTrue && entry.Mode is "SIMPLE" or "MUTUAL"
        from key in entry.Mode == "SIMPLE" ? SimpleVerifyKeys : VerifyKeys
        let field = entry.Tls[key]
        where field.HasContent
        select new Problem(field, $"{field.Name} is given, but insecureSkipVerify is true and nothing is verified; leave one of them out.");

    private static IEnumerable<Problem> IstioMutual(Subject subject) =>
        from entry in Of(subject)
        where entry.Mode == "ISTIO_MUTUAL"
        from field in FileKeys.Append("credentialName").Select(key => entry.Tls[key])
        where field.HasContent
        select new Problem(field, $"tls mode ISTIO_MUTUAL has {field.Name}, which is ignored: it uses the mesh's own certificates.");
}
