using System.Collections;

namespace MeshStack.Definition;

/// <summary>What the proof takes for given of an Istio that is there already.</summary>
internal static class ExistingFacts
{
    /// <summary>How the Istio of a cluster is configured: as its mesh configuration says, or as it has to be where that is not given; null
    /// where Istio is installed.</summary>
    public static GivenIstio? Of(MeshSettings settings, MeshPlan plan, string cluster)
    {
        if (settings.Clusters[cluster].Install.Existing is not { } existing)
        {
            return null;
        }

        var requirements = ExistingRequirements.Of(settings, plan, cluster).Select(r => r.Text).ToArray();
        IReadOnlyList<string> revisions = [existing.Revision ?? RevisionSet.Default, .. existing.Tags.Keys.Order(StringComparer.Ordinal)];
        if (existing.MeshConfig.Count == 0)
        {
            return new(existing.Root)
            {
                Revisions = revisions,
                TrustDomainAliases = plan.Aliases(cluster),
                CaTrustDomains = settings.Trust is null ? [] : plan.Foreign(cluster),
                DnsCapture = plan.Clusters.Count > 1 ? true : null,
                Requirements = requirements,
            };
        }

        return new(existing.Root)
        {
            Revisions = revisions,
            TrustDomainAliases = [.. Texts(existing.MeshConfig.GetValueOrDefault("trustDomainAliases"))],
            CaTrustDomains =
            [
                .. (existing.MeshConfig.GetValueOrDefault("caCertificates") as IEnumerable)
                    ?.OfType<IReadOnlyDictionary<string, object>>()
                    .SelectMany(entry => Texts(entry.GetValueOrDefault("trustDomains")))
                    ?? [],
            ],
            OutboundTrafficPolicy = ChartValues.At(existing.MeshConfig, "outboundTrafficPolicy.mode") as string,
            DnsCapture = ChartValues.At(existing.MeshConfig, "defaultConfig.proxyMetadata.ISTIO_META_DNS_CAPTURE") is true or "true",
            Requirements = requirements,
        };
    }

    private static IEnumerable<string> Texts(object? given) => given is IEnumerable list and not string ? list.OfType<string>() : [];
}
