namespace MeshStack.Preview.Checks;

/// <summary>The certificates and keys that a stack is configured with, looked at before anything is registered.</summary>
internal static class ProvidedCertificates
{
    private const string Trust = "meshstack:trust.";

    /// <summary>What is wrong with them, each at the place that asks for it. Quotes neither keys nor certificates.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="values">The project's configuration.</param>
    /// <param name="at">The time at which they have to be valid.</param>
    public static IReadOnlyList<DefinitionProblem> Problems(
        MeshDefinition definition,
        IReadOnlyDictionary<string, string> values,
        DateTimeOffset at
    )
    {
        var issuers = definition
            .Clusters.Where(c => c.Member.Ca is not null && (c.Plan.RunsIstiod || c.Plan.Role == MeshRoles.Config))
            .ToList();
        if (definition.Mesh.Trust?.Provided is null || Of(Trust + "rootCertificate") is not { } root)
        {
            return [];
        }

        // Without CAs, something else issues the certificates, and the root is what proxies believe.
        if (issuers.Count == 0)
        {
            return [.. CaCertificateChecks.RootProblems(CaCertificateChecks.RootPath, root, at).Select(Located)];
        }

        var pems = new TrustPems(root)
        {
            NextRootCertificate = Of(Trust + "nextRootCertificate"),
            PreviousRootCertificate = Of(Trust + "previousRootCertificate"),
            Clusters =
            [
                .. issuers.Select(c => new ClusterPems(
                    c.Name,
                    Of(Ca(c.Name, "certificate")) ?? "",
                    Of(Ca(c.Name, "privateKey")) ?? "",
                    Of(Ca(c.Name, "chain"))
                )),
            ],
        };
        return [.. CaCertificateChecks.Problems(pems, at).Select(Located)];

        string? Of(string path) =>
            definition.Late.FirstOrDefault(l => l.Path == path) is { } late ? values.GetValueOrDefault(late.Value.Key) : null;

        DefinitionProblem Located(ArgsProblem problem)
        {
            var path = problem.Path.Split('.') is ["clusters", var cluster, var key]
                ? Ca(cluster, key == "certificateChain" ? "chain" : key)
                : problem.Path.Replace("provided.", Trust, StringComparison.Ordinal);
            return new(
                definition.Late.FirstOrDefault(l => l.Path == path)?.Value.Location ?? definition.Location,
                path,
                problem.Message,
                problem.Severity
            );
        }
    }

    private static string Ca(string cluster, string key) => $"meshstack:clusters.{cluster}.ca.{key}";
}
