using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Which cluster's istiod serves whom, and who finds whose services.</summary>
internal sealed class MeshPlan
{
    private MeshPlan(string topology, ImmutableSortedDictionary<string, ClusterPlan> clusters) =>
        (Topology, Clusters) = (topology, clusters);

    /// <summary>How the clusters find each other.</summary>
    public string Topology { get; }

    /// <summary>The clusters by name.</summary>
    public ImmutableSortedDictionary<string, ClusterPlan> Clusters { get; }

    /// <summary>The plan for a mesh. Args that contradict themselves have one too, so that all contradictions can be named.</summary>
    public static MeshPlan From(MeshSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var members = settings.Clusters.OrderBy(m => m.Key, StringComparer.Ordinal).ToList();
        var roles = Roles(settings.Topology, members);
        var primaries = members.Where(m => roles[m.Key] == MeshRoles.Primary).Select(m => m.Key).ToList();
        var host = members.FirstOrDefault(m => roles[m.Key] == MeshRoles.External).Key;
        var config = members.FirstOrDefault(m => roles[m.Key] == MeshRoles.Config).Key;

        // cluster.local in a policy means the own trust domain, whatever that is: where there are several, none may be named so.
        var shared =
            settings.TrustDomain
            ?? (config is null ? IstioNames.DefaultTrustDomain : settings.Clusters[config].Cluster.Identity(config).TrustDomain);
        var plans = ImmutableSortedDictionary.CreateBuilder<string, ClusterPlan>(StringComparer.Ordinal);
        foreach (var (name, member) in members)
        {
            var role = roles[name];
            var isServed = role is MeshRoles.Remote or MeshRoles.Config;
            var primary = member.Primary is { } wanted && primaries.Contains(wanted) ? wanted : primaries.FirstOrDefault();
            var finds =
                settings.Topology == MeshTopologies.Federated || role == MeshRoles.External
                    ? [name]
                    : members.Where(m => roles[m.Key] != MeshRoles.External).Select(m => m.Key).ToArray();
            plans[name] = new ClusterPlan(
                Identity(shared, name, member.Cluster, alone: finds.Length == 1 && role is not (MeshRoles.Remote or MeshRoles.Config)),
                role
            )
            {
                ServedBy = (isServed ? host ?? primary : null) ?? name,
                ConfiguredIn = (isServed ? config ?? primary : null) ?? name,
                SystemNamespace =
                    isServed && host is not null ? IstioNamespaces.External : member.Install.Existing?.Namespace ?? IstioNamespaces.System,
                DiscoversServicesOf = finds,
                SpansNetworks = finds
                    .Select(f => settings.Clusters[f].Cluster.Identity(f).Network)
                    .Distinct(StringComparer.Ordinal)
                    .Skip(1)
                    .Any(),
            };
        }

        return new MeshPlan(settings.Topology, plans.ToImmutable());
    }

    /// <summary>The clusters that a cluster's istiod serves besides its own proxies, by name.</summary>
    public IEnumerable<ClusterPlan> ServedFrom(string cluster) =>
        Clusters.Values.Where(c => c.ServedBy == cluster && c.Identity.Name != cluster);

    /// <summary>The clusters whose API servers the istiod of a cluster reads besides its own, by name.</summary>
    public IEnumerable<ClusterPlan> ReadFrom(string cluster) =>
        Clusters[cluster].DiscoversServicesOf.Where(f => f != cluster).Select(f => Clusters[f]);

    /// <summary>The clusters whose istiod reads this one's API server, by name.</summary>
    public IEnumerable<string> ReadersOf(string cluster) =>
        Clusters
            .Values.Where(c =>
                c.RunsIstiod
                && c.Identity.Name != cluster
                && (c.DiscoversServicesOf.Contains(cluster) || c.Identity.Name == Clusters[cluster].ServedBy)
            )
            .Select(c => c.Identity.Name);

    /// <summary>Whether some other cluster's istiod reads this one's API server.</summary>
    public bool IsReadByOthers(string cluster) => ReadersOf(cluster).Any();

    /// <summary>Trust domains of the clusters whose services a cluster finds, other than its own: they have to be aliases of it.</summary>
    public IReadOnlyList<string> Aliases(string cluster) => [.. Domains(cluster, found: true)];

    /// <summary>Trust domains of the other clusters: they are validated, and stay identities of their own.</summary>
    public IReadOnlyList<string> Foreign(string cluster) =>
        [.. Domains(cluster, found: false).Except(Aliases(cluster), StringComparer.Ordinal)];

    /// <summary>The clusters as checks see them: complete but for what only an installation can know.</summary>
    public IReadOnlyDictionary<string, ControlPlaneModel> ControlPlanes(MeshSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var controlPlanes = new Dictionary<string, ControlPlaneModel>(StringComparer.Ordinal);
        foreach (var (name, plan) in Clusters.OrderBy(c => c.Value.ConfiguredIn == c.Key ? 0 : 1))
        {
            var install = settings.Clusters[name].Install;
            var controlPlane = new ControlPlaneModel(plan.Identity)
            {
                DataPlane = install.IsAmbient ? DataPlanes.Ambient : DataPlanes.Sidecar,
                Revisions = install.RevisionSet,
                SystemNamespace = plan.SystemNamespace,
                Injection = ClusterInjection.From(settings, plan),
                IsProduction = install.IsProduction,
                EastWest = EastWest(install, plan),
                Ingress =
                    install.Existing is { } existing ? existing.Ingress
                    : install.Ingress is { } ingress ? GatewayModel.Ingress(ingress.Address)
                    : null,
            };
            controlPlanes[name] = Describe(controlPlane, controlPlanes.GetValueOrDefault(plan.ConfiguredIn));
        }

        return controlPlanes;
    }

    private static GatewayModel? EastWest(IstioInstallSettings install, ClusterPlan plan)
    {
        var gateway = install.Existing?.EastWest ?? GatewayModel.EastWest(install.EastWest?.Address, plan.SystemNamespace);
        return install.EastWest is null ? null : gateway with { Address = gateway.Address ?? "known after installation" };
    }

    /// <summary>A control plane with what the topology says of it.</summary>
    /// <param name="controlPlane">The control plane.</param>
    /// <param name="config">The cluster that holds its configuration.</param>
    internal ControlPlaneModel Describe(ControlPlaneModel controlPlane, ControlPlaneModel? config)
    {
        var plan = Clusters[controlPlane.Cluster.Name];
        return controlPlane with
        {
            ConfigHolder = plan.ConfiguredIn == plan.Identity.Name ? null : config,
            DiscoversServicesOf = [.. plan.DiscoversServicesOf.Where(f => f != plan.Identity.Name)],
            // Of a topology that is none, nobody knows.
            IsImported =
                !MeshTopologies.All.Contains(Topology) || Clusters.Values.Any(c => !c.DiscoversServicesOf.Contains(plan.Identity.Name)),
            ForwardsEveryService = plan.SpansNetworks,
            ExposesIstiod = plan.Role == MeshRoles.Primary && ServedFrom(plan.Identity.Name).Any(),
        };
    }

    private IEnumerable<string> Domains(string cluster, bool found) =>
        Clusters
            .Values.Where(c => Clusters[cluster].DiscoversServicesOf.Contains(c.Identity.Name) == found)
            .Select(c => c.Identity.TrustDomain)
            .Where(d => d != Clusters[cluster].Identity.TrustDomain)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static ClusterIdentity Identity(string shared, string name, MeshClusterSettings cluster, bool alone)
    {
        var identity = cluster.Identity(name);
        return cluster.TrustDomain is not null || alone ? identity : identity with { TrustDomain = shared };
    }

    private static Dictionary<string, string> Roles(string topology, List<KeyValuePair<string, MeshMemberSettings>> members)
    {
        var allowed = MeshRoles.Of(topology);
        var roles = members
            .Where(m => m.Value.Role is { } role && allowed.Contains(role))
            .ToDictionary(m => m.Key, m => m.Value.Role!, StringComparer.Ordinal);
        string[] leading = topology switch
        {
            MeshTopologies.PrimaryRemote => [MeshRoles.Primary],
            MeshTopologies.ExternalControlPlane => [MeshRoles.External, MeshRoles.Config],
            _ => [],
        };
        var missing = new Queue<string>(leading.Where(r => !roles.ContainsValue(r)));
        var rest = leading.Length == 0 ? MeshRoles.Primary : MeshRoles.Remote;
        foreach (var (name, _) in members.Where(m => !roles.ContainsKey(m.Key)))
        {
            roles[name] = missing.TryDequeue(out var role) ? role : rest;
        }

        return roles;
    }
}
