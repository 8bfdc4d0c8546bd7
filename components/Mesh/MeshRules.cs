using System.Net;

namespace MeshStack;

/// <summary>What a mesh can and cannot have, as far as one cluster alone does not show it.</summary>
internal static class MeshRules
{
    public static IEnumerable<ArgsProblem> Check(MeshArgs args)
    {
        if (!MeshTopologies.All.Contains(args.Topology))
        {
            return [ArgsProblem.NotAllowed("topology", args.Topology, "a topology", MeshTopologies.All)];
        }

        var plan = MeshPlan.Of(args);
        return
        [
            .. args.TrustDomain is { } domain && !KubernetesNames.IsSubdomain(domain)
                ? [new ArgsProblem("trustDomain", $"'{domain}' is not a DNS name (labels of a-z, 0-9 and '-', joined by dots)")]
                : Array.Empty<ArgsProblem>(),
            .. Roles(args, plan),
            .. plan.Clusters.Keys.SelectMany(name => ApiServer(args, plan, name)),
            .. plan.Clusters.Values.SelectMany(cluster => Gateways(args, plan, cluster)),
            .. plan.Clusters.Values.SelectMany(cluster => Ambient(args, cluster)),
            .. plan.Clusters.Values.SelectMany(cluster => AcceptedRoots(args, plan, cluster.Identity.Name)),
            .. plan.Clusters.Values.SelectMany(cluster => Mirror(args, cluster)),
            .. Identities(args, plan),
            .. Trust(args, plan),
            .. Namespaces(args, plan),
        ];
    }

    private static IEnumerable<ArgsProblem> Roles(MeshArgs args, MeshPlan plan)
    {
        var allowed = MeshRoles.Of(args.Topology);
        foreach (var (name, member) in args.Clusters.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var path = $"clusters.{name}";
            if (member.Role is { } role && !MeshRoles.All.Contains(role))
            {
                yield return ArgsProblem.NotAllowed($"{path}.role", role, "a role", MeshRoles.All);
            }
            else if (member.Role is { } foreign && !allowed.Contains(foreign))
            {
                yield return ArgsProblem.Warning($"{path}.role", $"{foreign} has no meaning in a {args.Topology} mesh; {name} is {plan.Clusters[name].Role} there");
            }

            if (member.Primary is { } primary && args.Topology == MeshTopologies.PrimaryRemote
                && plan.Clusters.GetValueOrDefault(primary) is not { Role: MeshRoles.Primary })
            {
                var primaries = plan.Clusters.Values.Where(c => c.Role == MeshRoles.Primary).Select(c => c.Identity.Name).ToList();
                yield return ArgsProblem.NotAllowed($"{path}.primary", primary, "a primary cluster", primaries);
            }

            if (plan.Clusters[name].Role == MeshRoles.External)
            {
                foreach (var problem in member.ExternalIstiod?.Problems($"{path}.externalIstiod", member.Install)
                    ?? [new ArgsProblem($"{path}.externalIstiod", "required with an external control plane: {host: DNS-NAME, credentialName: SECRET}, where the other clusters find it")])
                {
                    yield return problem;
                }
            }
        }

        foreach (var role in new[] { MeshRoles.External, MeshRoles.Config })
        {
            foreach (var again in plan.Clusters.Values.Where(c => c.Role == role).Skip(1))
            {
                yield return new($"clusters.{again.Identity.Name}.role", $"{plan.Clusters.Values.First(c => c.Role == role).Identity.Name} is {role} already; a mesh has one");
            }
        }

        foreach (var served in plan.Clusters.Values.Where(c => c.SystemNamespace == IstioInstall.ExternalNamespace && args.Clusters[c.Identity.Name].Install.Revisions.Count > 1))
        {
            yield return new($"clusters.{served.Identity.Name}.revisions", "an external control plane serves with one revision; with several side by side, let a primary serve");
        }

        if (args.Topology == MeshTopologies.ExternalControlPlane && plan.Clusters.Count > 0 && plan.Clusters.Values.All(c => c.Role != MeshRoles.Config))
        {
            yield return new("clusters", "an external control plane needs a second cluster, which it serves");
        }

        if (args.Topology == MeshTopologies.PrimaryRemote && plan.Clusters.Count > 0 && plan.Clusters.Values.All(c => c.Role != MeshRoles.Primary))
        {
            yield return new("clusters", "every cluster is remote: one has to be primary");
        }
    }

    private static IEnumerable<ArgsProblem> ApiServer(MeshArgs args, MeshPlan plan, string name)
    {
        var path = $"clusters.{name}.apiServer";
        if (args.Clusters[name].Cluster.ApiServer is not { } server)
        {
            if (plan.IsRead(name))
            {
                yield return new(path, "required: istiod of another cluster reads this API server, so its address has to be reachable from a pod there, such as https://10.0.0.1:6443");
            }

            yield break;
        }

        var isAddress = Uri.TryCreate(server, UriKind.Absolute, out var uri);
        if (server.Contains('@', StringComparison.Ordinal))
        {
            // Not quoted: what stands there is likely a password.
            yield return new(path, "the address names a user: istiod shows a token of its own, so give the address alone, such as https://10.0.0.1:6443");
        }
        else if (!isAddress || uri!.Scheme != Uri.UriSchemeHttps || uri.Query.Length > 0)
        {
            yield return new(path, $"'{server}' is not an address of an API server, such as https://10.0.0.1:6443");
        }
        else if (uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))))
        {
            yield return new(path, $"'{server}' is an address that means each pod itself: give the one that pods of other clusters reach");
        }
    }

    private static IEnumerable<ArgsProblem> Gateways(MeshArgs args, MeshPlan plan, ClusterPlan cluster)
    {
        var name = cluster.Identity.Name;
        if (args.Clusters[name].Install.EastWest is { } eastWest)
        {
            if (args.Topology == MeshTopologies.PrimaryRemote && plan.ServedFrom(name).Any() && KnownText.In(eastWest.Address) is { } address && !LoadBalancerAddress.IsIp(address))
            {
                yield return new($"clusters.{name}.eastWest.address", $"'{address}' leads to the istiod that serves {string.Join(" and ", plan.ServedFrom(name).Select(c => c.Identity.Name))}: {LoadBalancerAddress.OnlyIp}");
            }

            yield break;
        }

        if (args.Topology == MeshTopologies.PrimaryRemote && plan.ServedFrom(name).Any())
        {
            yield return new($"clusters.{name}.eastWest", $"required: without an east-west gateway there is no way to the control plane for {string.Join(" and ", plan.ServedFrom(name).Select(c => c.Identity.Name))}");
        }
        else if (cluster.SpansNetworks && cluster.Finds.All(f => args.Clusters[f].Install.EastWest == null || plan.Clusters[f].Identity.Network != cluster.Identity.Network))
        {
            yield return new($"clusters.{name}.eastWest", $"required: network {cluster.Identity.Network} has no gateway through which the other networks could call in");
        }
    }

    /// <summary>Ambient proxies find services of other clusters through Gateways of a class of their own, which are not made here.</summary>
    /// <remarks>Source: pilot/pkg/serviceregistry/ambient/networks.go of istio/istio; https://istio.io/latest/docs/ambient/install/multicluster/.</remarks>
    private static IEnumerable<ArgsProblem> Ambient(MeshArgs args, ClusterPlan cluster)
    {
        if (cluster.Finds.Count > 1 && args.Clusters[cluster.Identity.Name].Install.IsAmbient)
        {
            yield return new(
                $"clusters.{cluster.Identity.Name}.dataPlane",
                $"ambient is not possible in a {args.Topology} mesh of several clusters yet: ztunnel reaches another cluster only through a Gateway of the class istio-east-west there, which MeshStack does not make, and "
                + "an ordinary east-west gateway does not take its traffic; use dataPlane sidecar, or the topology federated, where ambient clusters stand alone");
        }
    }

    /// <summary>Proxies accept the certificates of clusters that they do not find by a list, which one that is given would replace.</summary>
    private static IEnumerable<ArgsProblem> AcceptedRoots(MeshArgs args, MeshPlan plan, string cluster)
    {
        const string key = "caCertificates";
        if (args.Trust == null || plan.Foreign(cluster).Count == 0)
        {
            yield break;
        }

        var install = args.Clusters[cluster].Install;
        foreach (var path in new[] { ("meshConfig", install.MeshConfig.ContainsKey(key)), ("values.istiod.meshConfig", ChartValues.At(install.Values?.Istiod, $"meshConfig.{key}") != null) }.Where(p => p.Item2).Select(p => p.Item1))
        {
            yield return new($"clusters.{cluster}.{path}.{key}", $"takes the place of the list by which proxies accept the certificates of {string.Join(" and ", plan.Foreign(cluster))}: remove it, or let those clusters share a trust domain");
        }
    }

    /// <summary>Proxies are what the injecting istiod is told, wherever they run.</summary>
    private static IEnumerable<ArgsProblem> Mirror(MeshArgs args, ClusterPlan cluster)
    {
        var (name, serving) = (cluster.Identity.Name, cluster.ConfiguredIn);
        if (name == serving)
        {
            yield break;
        }

        var (own, other) = (args.Clusters[name].Install, args.Clusters[serving].Install);
        var ends = $"the istiod that {serving} configures injects the proxies of {name}, and takes them from";
        if (own.Hub != other.Hub)
        {
            yield return ArgsProblem.Warning($"clusters.{name}.hub", $"{ends} {other.Hub}; from {own.Hub} come the node agent and ztunnel only");
        }

        if (own.Images?.Proxy is { } proxy && proxy != other.Images?.Proxy)
        {
            yield return ArgsProblem.Warning($"clusters.{name}.images.proxy", $"{ends} {other.Images?.Proxy ?? other.Hub}: give the image there");
        }

        if (!own.ImagePullSecrets.SequenceEqual(other.ImagePullSecrets))
        {
            yield return ArgsProblem.Warning($"clusters.{name}.imagePullSecrets", $"{ends} {other.Hub} with the secrets {(other.ImagePullSecrets.Count == 0 ? "of their service accounts" : string.Join(", ", other.ImagePullSecrets))}; those given here are for the gateways and the node agent of {name} only");
        }
    }

    private static IEnumerable<ArgsProblem> Namespaces(MeshArgs args, MeshPlan plan)
    {
        var planes = plan.ControlPlanes(args);
        foreach (var (cluster, member) in args.Clusters.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            foreach (var (name, given) in member.Namespaces.OrderBy(n => n.Key, StringComparer.Ordinal))
            {
                (given.ControlPlane, given.Namespace) = (planes[cluster], name);
                foreach (var problem in given.Problems())
                {
                    yield return problem with { Path = $"clusters.{cluster}.namespaces.{name}" + (problem.Path == "namespace" ? "" : "." + problem.Path) };
                }
            }
        }
    }

    /// <summary>The gateway in front of a hosted istiod verifies it by the root that its own cluster trusts.</summary>
    private static IEnumerable<ArgsProblem> SharedRoot(MeshArgs args, MeshPlan plan)
    {
        var (host, config) = (plan.Clusters.Values.FirstOrDefault(c => c.Role == MeshRoles.External), plan.Clusters.Values.FirstOrDefault(c => c.Role == MeshRoles.Config));
        if (host == null || config == null)
        {
            yield break;
        }

        var (hosting, configured) = (host.Identity.Name, config.Identity.Name);
        if (args.Trust == null)
        {
            yield return new("trust", $"required with an external control plane: the gateway of {hosting} verifies the istiod that it leads to by the root that both share");
        }
        else if (args.Trust.Provided != null && (args.Clusters[hosting].Ca == null) != (args.Clusters[configured].Ca == null))
        {
            var (with, without) = args.Clusters[hosting].Ca == null ? (configured, hosting) : (hosting, configured);
            yield return new($"clusters.{without}.ca", $"required, because {with} has one: the gateway of {hosting} verifies the istiod of {configured} by the root that both share");
        }
    }

    private static IEnumerable<ArgsProblem> Trust(MeshArgs args, MeshPlan plan) =>
    [
        .. SharedRoot(args, plan),
        .. args.Clusters.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => Ca(args, $"clusters.{c.Key}.ca", c.Value.Ca)),
        .. args.Trust is { } trust ? Mode(trust) : [],
        .. TrustItself(args, plan),
    ];

    private static IEnumerable<ArgsProblem> Ca(MeshArgs args, string path, IntermediateCaArgs? ca)
    {
        foreach (var problem in ca?.Problems(path) ?? [])
        {
            yield return problem;
        }

        if (ca != null && args.Trust?.Provided == null)
        {
            yield return new(path, args.Trust?.Generated != null
                ? "nothing reads it, because trust.generated makes a CA for every cluster: remove it, or replace generated by rootCertificate, the root that it chains to"
                : "nothing reads it without trust.rootCertificate, the root that it chains to");
        }
    }

    private static IEnumerable<ArgsProblem> Mode(MeshTrustArgs trust)
    {
        if (trust is { Generated: not null, Provided: not null })
        {
            yield return new("trust", "generated makes a root, and rootCertificate names one that is there already: remove one of the two");
        }
        else if (trust is { Generated: null, Provided: null, External: null })
        {
            yield return new("trust", "one of generated and rootCertificate is required: {generated: {}} makes a root, {rootCertificate: {config: KEY}} names one that is there already");
        }
    }

    /// <summary>What remains are the problems of one mode, at the keys of the mesh that they come from.</summary>
    private static IEnumerable<ArgsProblem> TrustItself(MeshArgs args, MeshPlan plan) => MeshTrusts.Of(args, plan)?.Problems()
        .Where(p => p.Path is not ("generated" or "provided" or "external") && !p.Path.StartsWith("clusters", StringComparison.Ordinal))
        .Select(p => p with { Path = "trust." + p.Path }) ?? [];

    private static bool Misreads(MeshArgs args, MeshPlan plan, ClusterPlan cluster) => cluster.Identity.TrustDomain != MeshPlan.DefaultTrustDomain
        && !plan.Aliases(cluster.Identity.Name).Concat(args.Clusters[cluster.Identity.Name].Install.TrustDomainAliases).Contains(MeshPlan.DefaultTrustDomain, StringComparer.Ordinal);

    /// <summary>Clusters that find each other verify each other's servers by their own trust domain and its aliases only.</summary>
    private static IEnumerable<ArgsProblem> Identities(MeshArgs args, MeshPlan plan)
    {
        foreach (var cluster in plan.Clusters.Values)
        {
            // Source: pilot/pkg/security/trustdomain/bundle.go of istio/istio.
            if (cluster.Identity.TrustDomain == MeshPlan.DefaultTrustDomain && plan.Clusters.Values.FirstOrDefault(c => Misreads(args, plan, c)) is { } other)
            {
                yield return new ArgsProblem(
                    args.Clusters[cluster.Identity.Name].Cluster.TrustDomain == null ? "trustDomain" : $"clusters.{cluster.Identity.Name}.trustDomain",
                    $"'{MeshPlan.DefaultTrustDomain}' in a policy means the trust domain of the cluster that reads it, which is '{other.Identity.TrustDomain}' in {other.Identity.Name}: callers of {cluster.Identity.Name} would be nobody there; give it another name");
            }

            if (args.Clusters[cluster.Identity.Name].Install.TrustDomainAliases is { Count: > 0 } given)
            {
                yield return ArgsProblem.Warning(
                    $"clusters.{cluster.Identity.Name}.trustDomainAliases",
                    $"{string.Join(", ", given)} mean the same as '{cluster.Identity.TrustDomain}': a service account of one passes for the same of the others");
            }

            if (plan.Aliases(cluster.Identity.Name) is { Count: > 0 } aliases)
            {
                yield return ArgsProblem.Warning(
                    $"clusters.{cluster.Identity.Name}.trustDomain",
                    $"{string.Join(", ", aliases)} become aliases of '{cluster.Identity.TrustDomain}', because these clusters find each other's services: a service account of one passes for the same of the others");
            }
        }
    }
}
