namespace MeshStack;

/// <summary>The trust of a mesh: which clusters issue certificates, and under which names.</summary>
internal static class MeshTrusts
{
    /// <summary>The trust with the clusters that issue certificates; provided roots without any CA below them belong to an issuer elsewhere.</summary>
    public static MeshTrustArgs? Of(MeshArgs args, MeshPlan plan)
    {
        if (args.Trust is not { } trust)
        {
            return null;
        }

        var issuing = plan.Clusters.Values.Where(c => c.RunsIstiod || c.Role == MeshRoles.Config).ToList();
        var given = issuing.Where(c => args.Clusters[c.Identity.Name].Ca != null).ToList();
        var isProvided = trust.Provided != null && given.Count > 0;
        return new MeshTrustArgs
        {
            Clusters = [.. (isProvided ? given : issuing).Select(c => Cluster(args, c, isProvided))],
            External = trust.Provided != null && !isProvided ? new ExternalTrustArgs { RootCertificate = trust.Provided.RootCertificate } : trust.External,
            Generated = trust.Generated,
            Provided = isProvided ? trust.Provided : null,
            Rotation = trust.Rotation,
        };
    }

    private static TrustClusterArgs Cluster(MeshArgs args, ClusterPlan plan, bool provided)
    {
        var member = args.Clusters[plan.Identity.Name];
        var revisions = member.Install.RevisionSet.Versions.Keys.Order(StringComparer.Ordinal).ToList();
        var cluster = new TrustClusterArgs
        {
            Name = plan.Identity.Name,
            Revisions = [.. revisions.Select(RevisionSet.ChartName).OfType<string>()],
            DnsNames = plan.SystemNamespace == IstioInstall.SystemNamespace ? [] : [.. revisions.Select(r => $"{RevisionSet.IstiodName(r)}.{plan.SystemNamespace}.svc")],
        };
        if (provided && member.Ca is { } ca)
        {
            cluster.Certificate = ca.Certificate;
            cluster.PrivateKey = ca.PrivateKey;
            cluster.CertificateChain = ca.Chain;
        }

        return cluster;
    }
}
