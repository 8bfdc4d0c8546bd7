using System.Collections.Immutable;
using Pulumi;

namespace MeshStack;

/// <summary>Several clusters as one mesh: their control planes, what they trust, and how they find each other.</summary>
/// <remarks>https://istio.io/latest/docs/setup/install/multicluster/.</remarks>
public sealed class Mesh : ComponentResource
{
    private readonly MeshArgs _args;
    private readonly MeshPlan _plan;
    private readonly Dictionary<string, MeshCluster> _clusters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IstioInstallArgs> _installs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ControlPlane> _planes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClusterReader> _readers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Resource>> _exposed = new(StringComparer.Ordinal);
    private readonly MeshTrust? _trust;
    private readonly HashSet<string> _issuers = [];
    private ExternalControlPlane? _external;

    /// <summary>Installs the clusters in the order that their control planes need, and connects them.</summary>
    /// <exception cref="ResourceException">The args contradict themselves; all contradictions are named.</exception>
    public Mesh(string name, MeshArgs args, ComponentResourceOptions? options = null)
        : base("meshstack:index:Mesh", name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        args.Problems().Enforce(this);
        (_args, _plan) = (args, MeshPlan.Of(args));

        if (MeshTrusts.Of(args, _plan) is { } trust)
        {
            _trust = new MeshTrust($"{name}-trust", trust, Child());
            _issuers = [.. trust.Clusters.Select(c => c.Name)];
        }

        foreach (var (cluster, plan) in _plan.Clusters)
        {
            _clusters[cluster] = new MeshCluster(cluster, args.Clusters[cluster].Cluster.In(plan.Identity.TrustDomain), Child());
        }

        // Whoever is served comes after who serves; the config cluster before those whose configuration it holds.
        foreach (var cluster in _plan.Clusters.Values.OrderBy(c => c.RunsIstiod ? 0 : c.ConfiguredIn == c.Identity.Name ? 1 : 2))
        {
            Install(name, cluster);
        }

        Peer();
        Namespaces();
        Resolve();
        ControlPlanes = _planes.ToImmutableSortedDictionary(StringComparer.Ordinal);
        RegisterOutputs(new Dictionary<string, object?> { ["topology"] = args.Topology });
    }

    /// <summary>The root that the clusters share; null where each has its own.</summary>
    public MeshTrust? Trust => _trust;

    /// <summary>The clusters by name, as services and their callers need them.</summary>
    public ImmutableSortedDictionary<string, ControlPlane> ControlPlanes { get; }

    private ComponentResourceOptions Child() => new() { Parent = this };

    private void Install(string mesh, ClusterPlan plan)
    {
        var name = plan.Identity.Name;
        var install = _installs[name] = _args.Clusters[name].Install.Copy();
        install.Cluster = _clusters[name];
        install.MeshId = _args.MeshId ?? mesh;
        install.SystemNamespace = plan.SystemNamespace;
        install.TrustDomainAliases = [.. install.TrustDomainAliases.Concat(_plan.Aliases(name)).Distinct(StringComparer.Ordinal)];
        install.CaCertificates ??= _issuers.Contains(name) ? _trust!.CaCertificates(name) : null;
        install.RootCertificate ??= _trust?.RootBundle is { } roots ? (Input<string>)roots : null;
        install.TrustedRoots = [.. _trust?.RootCertificates ?? []];
        install.TrustsSeveralRoots = _trust?.NeedsMultiRoot ?? false;
        install.PeerTrustDomains = [.. install.RootCertificate == null ? [] : _plan.Foreign(name)];
        install.ServesRemotes = _plan.ServedFrom(name).Any() && plan.Role == MeshRoles.Primary;
        install.Remote = plan.RunsIstiod ? null : Remote(plan);

        var plane = new IstioInstall($"{name}-istio", install, Child()).ControlPlane;
        if (install.ServesRemotes)
        {
            _exposed[name] = ExposedIstiod.At(plane, install.RevisionSet.Versions.Keys.Order(StringComparer.Ordinal), this);
        }

        _planes[name] = _plan.Describe(plane, _planes.GetValueOrDefault(plan.ConfiguredIn));
    }

    private RemoteRole Remote(ClusterPlan plan)
    {
        var name = plan.Identity.Name;
        if (plan.Role == MeshRoles.Config)
        {
            return new RemoteRole(ManagedBy: null) { Host = Host(plan).Host, HoldsConfiguration = true, Attach = StartExternal };
        }

        return plan.SystemNamespace == IstioInstall.ExternalNamespace
            ? new RemoteRole(plan.ConfiguredIn) { Host = Host(plan).Host, Attach = plane => [Reader(plane).RemoteSecret(_external!.Plane, this)] }
            : new RemoteRole(plan.ServedBy)
            {
                Address = _planes[plan.ServedBy].EastWest!.Address,
                After = [.. _planes[plan.ServedBy].Ready, .. _planes[plan.ServedBy].EastWest!.Ready, .. _exposed[plan.ServedBy]],
                Attach = plane => [Reader(plane).RemoteSecret(_planes[plan.ServedBy], this)],
            };
    }

    private ExternalIstiodArgs Host(ClusterPlan plan) => _args.Clusters[plan.ServedBy].ExternalIstiod!;

    /// <summary>The istiod elsewhere starts when the config cluster has what it reads there.</summary>
    private IReadOnlyList<Resource> StartExternal(ControlPlane config)
    {
        var plan = _plan.Clusters[config.Cluster.Name];
        var install = _installs[config.Cluster.Name];
        var reader = new ClusterReader(config, _args.Clusters[config.Cluster.Name].Cluster.ApiServer!, this, RevisionSet.IstiodName(install.RevisionSet.Main));
        _external = new ExternalControlPlane(
            $"{plan.ServedBy}-external",
            _planes[plan.ServedBy],
            _installs[plan.ServedBy],
            Host(plan),
            install,
            host => reader.ConfigSecret(host, this),
            Child());
        _planes[plan.ServedBy] = _planes[plan.ServedBy] with { HostedIstiod = _external.Gateway };
        return _external.Plane.Ready;
    }

    private ClusterReader Reader(ControlPlane plane)
    {
        var name = plane.Cluster.Name;
        if (!_readers.TryGetValue(name, out var reader))
        {
            _readers[name] = reader = new ClusterReader(plane, _args.Clusters[name].Cluster.ApiServer!, this);
        }

        return reader;
    }

    /// <summary>What clusters need of each other once each of them works. Nothing else waits for it: a cluster that is down must not hold up the policies of the others.</summary>
    private void Peer()
    {
        foreach (var cluster in _plan.Clusters.Values.Where(c => c.SpansNetworks && c.ConfiguredIn == c.Identity.Name))
        {
            _ = CrossNetworkGateway.In(_planes[cluster.Identity.Name], this);
        }

        foreach (var reader in _plan.Clusters.Values.Where(c => c.RunsIstiod))
        {
            // Those that it serves were made known to it when they were installed.
            foreach (var read in _plan.ReadFrom(reader.Identity.Name).Where(r => r.ServedBy != reader.Identity.Name))
            {
                _ = Reader(_planes[read.Identity.Name]).RemoteSecret(_planes[reader.Identity.Name], this);
            }
        }
    }

    /// <summary>The namespaces of each cluster, and those of served clusters where their configuration stands.</summary>
    private void Namespaces()
    {
        foreach (var (cluster, namespaces) in MeshNamespaces.Of(_args, _plan))
        {
            var made = new Dictionary<string, Resource>(StringComparer.Ordinal);
            foreach (var (name, args) in namespaces)
            {
                made[name] = new MeshNamespace($"{cluster}-{name}", args.In(_planes[cluster], name), Child()).Resource;
            }

            _planes[cluster] = _planes[cluster] with { Namespaces = made };
        }
    }

    /// <summary>Lets served clusters know the final form of the one that holds their configuration.</summary>
    private void Resolve()
    {
        foreach (var cluster in _plan.Clusters.Values.Where(c => c.ConfiguredIn != c.Identity.Name))
        {
            _planes[cluster.Identity.Name] = _planes[cluster.Identity.Name] with { ConfigHolder = _planes[cluster.ConfiguredIn] };
        }
    }
}
