namespace MeshStack.Definition;

/// <summary>The trust of a mesh: which clusters issue certificates, and under which names.</summary>
internal static class MeshTrusts
{
    /// <summary>The trust with the clusters that issue certificates; provided roots without any CA below them belong to an issuer
    /// elsewhere.</summary>
    public static MeshTrustSettings? Of(MeshSettings settings, MeshPlan plan)
    {
        if (settings.Trust is not { } trust)
        {
            return null;
        }

        var issuing = plan
            .Clusters.Values.Where(c =>
                (c.RunsIstiod || c.Role == MeshRoles.Config) && settings.Clusters[c.Identity.Name].Install.Existing is null
            )
            .ToList();
        if (issuing.Count == 0)
        {
            return null;
        }

        var given = issuing.Where(c => settings.Clusters[c.Identity.Name].Ca is not null).ToList();
        var isProvided = trust.Provided is not null && given.Count > 0;
        return new MeshTrustSettings
        {
            Clusters = [.. (isProvided ? given : issuing).Select(c => Cluster(settings, c, isProvided))],
            External =
                trust.Provided is not null && !isProvided
                    ? new ExternalTrustSettings { RootCertificate = trust.Provided.RootCertificate }
                    : trust.External,
            Generated = trust.Generated is { } generated
                ? generated with
                {
                    Organization = generated.Organization ?? settings.MeshId,
                }
                : null,
            Provided = isProvided ? trust.Provided : null,
            Rotation = trust.Rotation,
        };
    }

    private static TrustClusterSettings Cluster(MeshSettings settings, ClusterPlan plan, bool provided)
    {
        var member = settings.Clusters[plan.Identity.Name];
        var revisions = member.Install.RevisionSet.Versions.Keys.Order(StringComparer.Ordinal).ToList();
        var ca = provided ? member.Ca : null;
        return new()
        {
            Name = plan.Identity.Name,
            RenamedFrom = plan.Identity.RenamedFrom,
            Revisions = [.. revisions.Select(RevisionSet.ChartName).OfType<string>()],
            DnsNames =
                plan.SystemNamespace == IstioNamespaces.System
                    ? []
                    : [.. revisions.Select(r => $"{RevisionSet.IstiodName(r)}.{plan.SystemNamespace}.svc")],
            Certificate = ca?.Certificate,
            PrivateKey = ca?.PrivateKey?.AsSecret(),
            CertificateChain = ca?.Chain,
        };
    }
}
