namespace MeshStack.Definition;

/// <summary>What istiod, Envoy and good sense require of a provided trust. Says nothing of any key, and quotes no PEM.</summary>
internal static class CaCertificateChecks
{
    /// <summary>Path of the provided root.</summary>
    internal const string RootPath = "provided.rootCertificate";

    /// <summary>All problems of a trust at a point in time, in the order of its inputs.</summary>
    public static IReadOnlyList<ArgsProblem> Problems(TrustPems pems, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(pems);
        var problems = new List<ArgsProblem>();

        // A root that is being left, and all that it signed, may be short of time: that is what the rotation is for.
        var isLeaving = pems.NextRootCertificate is not null;
        var root = RootChecks.Read(new(RootPath, pems.RootCertificate), at, isLeaving, problems);
        CheckOther("provided.nextRootCertificate", pems.NextRootCertificate, leaving: false);
        CheckOther("provided.previousRootCertificate", pems.PreviousRootCertificate, leaving: true);

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cluster in pems.Clusters)
        {
            var checks = new ClusterCaChecks(cluster, root, at, isLeaving);
            problems.AddRange(checks.Problems());
            if (checks.Certificate is { } certificate && !seen.TryAdd(Convert.ToHexString(certificate.Key.Info), cluster.Name))
            {
                problems.Add(
                    ArgsProblem.Warning(
                        $"clusters.{cluster.Name}.certificate",
                        $"has the same key as clusters.{seen[Convert.ToHexString(certificate.Key.Info)]}.certificate; a key of its own "
                            + "keeps what one cluster loses from the others"
                    )
                );
            }
        }

        return problems;

        void CheckOther(string path, string? pem, bool leaving)
        {
            if (
                pem is not null
                && RootChecks.Read(new(path, pem), at, leaving, problems) is { } other
                && root is not null
                && other.Is(root)
            )
            {
                problems.Add(new(path, $"is the same certificate as {RootPath}; required: another root"));
            }
        }
    }

    /// <summary>The problems of a root alone, for a trust that something else keeps.</summary>
    internal static IReadOnlyList<ArgsProblem> RootProblems(string path, string pem, DateTimeOffset at)
    {
        var problems = new List<ArgsProblem>();
        RootChecks.Read(new(path, pem), at, isLeaving: false, problems, below: 0);
        return problems;
    }
}
