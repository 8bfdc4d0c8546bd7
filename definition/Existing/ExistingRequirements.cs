using System.Collections;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What a cluster has to have whose Istio is there already: what an installation would have made.</summary>
internal static class ExistingRequirements
{
    /// <summary>What one cluster has to have, in the order in which to look for it.</summary>
    public static IReadOnlyList<ExistingRequirement> Of(MeshSettings settings, MeshPlan plan, string cluster)
    {
        var (role, member) = (plan.Clusters[cluster], settings.Clusters[cluster]);
        return member.Install.Existing is { } existing
            ?
            [
                ControlPlane(existing),
                TrustDomain(role.Identity.TrustDomain),
                RootNamespace(existing),
                .. Trust(settings, plan, cluster),
                .. plan.Clusters.Count > 1 ? [DnsCapture()] : Array.Empty<ExistingRequirement>(),
                .. Peers(settings, plan, role, existing),
                .. Gateways(plan, role, existing),
            ]
            : [];
    }

    /// <summary>What the mesh configuration that is given of it contradicts.</summary>
    public static IEnumerable<ArgsProblem> Problems(MeshSettings settings, MeshPlan plan) =>
        from cluster in plan.Clusters.Keys
        where settings.Clusters[cluster].Install is { Existing: not null, MeshConfig.Count: > 0 }
        from requirement in Of(settings, plan, cluster)
        where requirement.MeshConfigKey is not null
        let wrong = requirement.Refuse(ChartValues.At(settings.Clusters[cluster].Install.MeshConfig, requirement.MeshConfigKey!))
        where wrong is not null
        select new ArgsProblem($"clusters.{cluster}.existing.meshConfig.{requirement.MeshConfigKey}", wrong);

    private static ExistingRequirement ControlPlane(ExistingIstioSettings existing) =>
        new(
            $"istiod {existing.Version}"
                + (existing.Revision is { } revision ? $" of the revision {revision}" : "")
                + string.Concat(existing.Tags.Keys.Order(StringComparer.Ordinal).Select(tag => $", with the tag {tag}"))
                + $", in the namespace {existing.Namespace}"
        );

    private static ExistingRequirement TrustDomain(string domain) =>
        new($"meshConfig.trustDomain: {domain}")
        {
            MeshConfigKey = "trustDomain",
            Refuse = given =>
                (given as string ?? IstioNames.DefaultTrustDomain) is var said && said == domain
                    ? null
                    : $"the mesh configuration says '{said}', and the definition '{domain}', so that no policy would know its callers: "
                        + $"write trustDomain: {said} at the cluster",
        };

    private static ExistingRequirement RootNamespace(ExistingIstioSettings existing) =>
        new($"meshConfig.rootNamespace: {existing.Root}")
        {
            MeshConfigKey = "rootNamespace",
            Refuse = given =>
                (given as string ?? existing.Namespace) is var said && said == existing.Root
                    ? null
                    : $"the mesh configuration says '{said}', and the definition '{existing.Root}': write rootNamespace: {said}",
        };

    private static IEnumerable<ExistingRequirement> Trust(MeshSettings settings, MeshPlan plan, string cluster)
    {
        if (plan.Clusters.Count < 2 || settings.Trust is null)
        {
            yield break;
        }

        yield return new("a CA whose certificates chain to trust.rootCertificate (the Secret cacerts, or another issuer)");
        if (plan.Foreign(cluster) is { Count: > 0 } foreign)
        {
            yield return new($"meshConfig.caCertificates with trust.rootCertificate for the trust domains {string.Join(", ", foreign)}")
            {
                MeshConfigKey = "caCertificates",
                Refuse = given =>
                    foreign.Except(DomainsOf(given), StringComparer.Ordinal).ToList() is { Count: > 0 } missing
                        ? $"no entry is for {string.Join(" and ", missing)}: proxies would refuse the certificates of these trust domains"
                        : null,
            };
        }

        if (plan.Aliases(cluster) is { Count: > 0 } aliases)
        {
            yield return new($"meshConfig.trustDomainAliases with {string.Join(", ", aliases)}")
            {
                MeshConfigKey = "trustDomainAliases",
                Refuse = given =>
                    aliases.Except(Texts(given), StringComparer.Ordinal).ToList() is { Count: > 0 } missing
                        ? $"{string.Join(" and ", missing)} would have to be among them: the clusters find each other's services"
                        : null,
            };
        }
    }

    private static ExistingRequirement DnsCapture() =>
        new("meshConfig.defaultConfig.proxyMetadata.ISTIO_META_DNS_CAPTURE: \"true\"")
        {
            MeshConfigKey = "defaultConfig.proxyMetadata.ISTIO_META_DNS_CAPTURE",
            Refuse = given => given is true or "true" ? null : "\"true\" is needed: hosts that only other clusters have would not resolve",
        };

    private static IEnumerable<ExistingRequirement> Peers(
        MeshSettings settings,
        MeshPlan plan,
        ClusterPlan role,
        ExistingIstioSettings existing
    )
    {
        var name = role.Identity.Name;
        if (role.DiscoversServicesOf.Count > 1)
        {
            yield return new(
                $"the values global.meshID: {settings.MeshId ?? "that of the mesh"} and global.multiCluster.clusterName: {name}"
            );
        }

        if (role.SpansNetworks)
        {
            yield return new(
                $"the value global.network: {role.Identity.Network}, and the label topology.istio.io/network: {role.Identity.Network} on "
                    + $"the namespace {existing.Namespace}"
            );
        }

        if (plan.IsReadByOthers(name))
        {
            yield return new(
                $"the service account istio-reader-service-account in {existing.Namespace}, with the rights that Istio's charts give it"
            );
        }

        if (plan.ServedFrom(name).Any())
        {
            yield return new(
                $"the value global.externalIstiod: true, for {string.Join(" and ", plan.ServedFrom(name).Select(c => c.Identity.Name))}"
            );
        }
    }

    private static IEnumerable<ExistingRequirement> Gateways(MeshPlan plan, ClusterPlan role, ExistingIstioSettings existing)
    {
        if (existing.EastWest is { } eastWest)
        {
            yield return new(
                $"the Service {eastWest.Namespace}/{eastWest.Name}"
                    + (role.SpansNetworks ? $" with the label topology.istio.io/network: {role.Identity.Network}" : "")
                    + $", whose port {GatewayModel.CrossClusterPort}"
                    + (plan.ServedFrom(role.Identity.Name).Any() ? $" (and {IstiodPorts.Discovery} and {IstiodPorts.Webhook})" : "")
                    + $" leads to pods with {Labels(eastWest)} and the service account {eastWest.ServiceAccount}"
                    + (role.SpansNetworks ? $", with the environment ISTIO_META_REQUESTED_NETWORK_VIEW={role.Identity.Network}" : "")
            );
        }

        if (existing.Ingress is { } ingress)
        {
            yield return new(
                $"the Service {ingress.Namespace}/{ingress.Name}, whose ports {GatewayModel.HttpPort} and {GatewayModel.HttpsPort} lead to "
                    + $"pods with {Labels(ingress)} and the service account {ingress.ServiceAccount}"
            );
        }
    }

    private static string Labels(GatewayModel gateway) =>
        string.Join(", ", gateway.Selector.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}: {l.Value}"));

    private static IEnumerable<string> DomainsOf(object? certificates) =>
        certificates is IEnumerable list and not string
            ? list.OfType<IReadOnlyDictionary<string, object>>().SelectMany(entry => Texts(entry.GetValueOrDefault("trustDomains")))
            : [];

    private static IEnumerable<string> Texts(object? given) => given is IEnumerable list and not string ? list.OfType<string>() : [];
}
