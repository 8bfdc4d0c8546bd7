namespace MeshStack.Definition;

/// <summary>Whether the CAs of a mesh belong to its root, as far as both are known before an update.</summary>
internal static class GivenCertificates
{
    /// <summary>What does not go together of a mesh whose texts are known by what gives them.</summary>
    public static IEnumerable<ArgsProblem> Problems(MeshSettings settings) =>
        Problems(settings, (_, text) => text is { IsSecret: false, Known: { } known } ? known : null);

    /// <summary>What does not go together of a mesh.</summary>
    /// <param name="settings">The mesh.</param>
    /// <param name="textOf">The text of an input of a path; null where nobody knows it yet.</param>
    public static IEnumerable<ArgsProblem> Problems(MeshSettings settings, Func<string, TextValue?, string?> textOf)
    {
        if (Facts("trust.rootCertificate", settings.Trust?.Provided?.RootCertificate) is not { } root)
        {
            yield break;
        }

        foreach (var (name, member) in settings.Clusters.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var path = $"clusters.{name}.ca.certificate";
            if (Facts(path, member.Ca?.Certificate) is { } certificate)
            {
                foreach (var problem in ClusterCaChecks.AgainstRoot(path, certificate, root, member.Ca!.Chain is not null))
                {
                    yield return problem;
                }
            }
        }

        // What is no certificate is said elsewhere.
        CertificateFacts? Facts(string path, TextValue? text) =>
            textOf(path, text) is { } pem ? new PemInput(path, pem).Certificate([]) : null;
    }
}
