using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Several clusters as one mesh: their control planes, what they trust, and how they find each other.</summary>
/// <remarks>https://istio.io/latest/docs/setup/install/multicluster/.</remarks>
internal sealed class MeshPlanner
{
    private readonly PlannedScope _scope;
    private readonly MeshSettings _settings;
    private readonly MeshPlan _plan;
    private readonly Dictionary<string, Installation> _installations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ControlPlaneModel> _controlPlanes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClusterReader> _readers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<ResourceId>> _exposed = new(StringComparer.Ordinal);
    private TrustMaterial? _trust;
    private ControlPlaneModel? _external;

    private readonly MeshSources _sources;

    private MeshPlanner(PlannedScope scope, MeshSettings settings, MeshSources sources) =>
        (_scope, _settings, _plan, _sources) = (scope, settings, MeshPlan.From(settings), sources);

    /// <summary>Plans the clusters in the order that their control planes need, and connects them.</summary>
    /// <param name="component">The component of the mesh.</param>
    /// <param name="settings">What was asked for, once it has been checked.</param>
    /// <param name="sources">Where it was asked for, if it was in files.</param>
    public static PlannedMesh Plan(PlannedScope component, MeshSettings settings, MeshSources? sources = null) =>
        new MeshPlanner(component, settings, sources ?? MeshSources.None).Plan();

    private PlannedMesh Plan()
    {
        if (MeshTrusts.Of(_settings, _plan) is { } trust)
        {
            _trust = TrustPlanner.Plan(_scope.Inner("MeshTrust", _scope.Child("trust")), trust);
        }

        foreach (var (cluster, plan) in _plan.Clusters)
        {
            var reached = _settings.Clusters[cluster].Cluster with { TrustDomain = plan.Identity.TrustDomain };
            ClusterPlanner.Plan(_scope.Inner("MeshCluster", plan.Identity.LogicalName, _sources.OfCluster(cluster)), reached);
            _scope.Plan.Facts.Clusters[cluster] = new(plan, [.. _settings.Clusters[cluster].Install.RevisionSet.Versions.Values])
            {
                Namespaces = [.. _settings.Clusters[cluster].Namespaces.Keys],
                Given = ExistingFacts.Of(_settings, _plan, cluster),
            };
        }

        // Whoever is served comes after who serves; the config cluster before those whose configuration it holds.
        foreach (
            var cluster in _plan.Clusters.Values.OrderBy(c =>
                c.RunsIstiod ? 0
                : c.ConfiguredIn == c.Identity.Name ? 1
                : 2
            )
        )
        {
            Install(cluster);
        }

        Peer();
        Namespaces();
        Resolve();
        _scope.Outputs(("topology", _settings.Topology));
        return new(Empty.Map<ControlPlaneModel>().AddRange(_controlPlanes), _trust);
    }

    private void Install(ClusterPlan plan)
    {
        var name = plan.Identity.Name;
        var asked = _settings.Clusters[name].Install;
        var root = asked.RootCertificate ?? _trust?.RootBundle;
        var installation = new Installation(asked, plan.Identity)
        {
            MeshId = _settings.MeshId ?? _scope.Name,
            SystemNamespace = plan.SystemNamespace,
            TrustDomainAliases = [.. asked.TrustDomainAliases.Concat(_plan.Aliases(name)).Distinct(StringComparer.Ordinal)],
            CaCertificates = asked.CaCertificates ?? _trust?.Clusters.GetValueOrDefault(name),
            RootCertificate = root,
            TrustMark = asked.CaCertificates is null ? _trust?.Mark : null,
            TrustedRoots = _trust?.RootCertificates ?? [],
            TrustsSeveralRoots = _trust?.NeedsMultiRoot ?? false,
            PeerTrustDomains = root is null ? [] : _plan.Foreign(name),
            ServesRemotes = _plan.ServedFrom(name).Any() && plan.Role == MeshRoles.Primary,
            Served = [.. _plan.Clusters.Values.Where(c => c.ConfiguredIn == name).Select(c => c.Identity)],
            Remote = plan.RunsIstiod ? null : Remote(plan),
        };
        _installations[name] = installation;
        var controlPlane = InstallPlanner.Plan(
            _scope.Inner("IstioInstall", plan.Identity.LogicalName + "-istio", _sources.OfCluster(name)),
            installation
        );
        if (installation.ServesRemotes)
        {
            _exposed[name] = new ExposedIstiod(_scope, controlPlane).Plan(asked.RevisionSet.Versions.Keys.Order(StringComparer.Ordinal));
        }

        controlPlane = controlPlane with { Injection = ClusterInjection.From(_settings, plan) };
        _controlPlanes[name] = _plan.Describe(controlPlane, _controlPlanes.GetValueOrDefault(plan.ConfiguredIn));
    }

    private RemoteRole Remote(ClusterPlan plan)
    {
        if (plan.Role == MeshRoles.Config)
        {
            return new RemoteRole(ManagedBy: null)
            {
                Host = Host(plan).Host,
                HoldsConfiguration = true,
                Attach = StartExternal,
            };
        }

        if (plan.SystemNamespace == IstioNamespaces.External)
        {
            return new RemoteRole(plan.ConfiguredIn)
            {
                Host = Host(plan).Host,
                Attach = controlPlane => [Reader(controlPlane).RemoteSecret(_external!)],
            };
        }

        var primary = _controlPlanes[plan.ServedBy];
        return new RemoteRole(plan.ServedBy)
        {
            Address = primary.EastWest!.Address,
            After = [.. primary.Ready, .. primary.EastWest.Ready, .. _exposed[plan.ServedBy]],
            Attach = controlPlane => [Reader(controlPlane).RemoteSecret(primary)],
        };
    }

    private ExternalIstiodSettings Host(ClusterPlan plan) => _settings.Clusters[plan.ServedBy].ExternalIstiod!;

    /// <summary>The istiod elsewhere starts when the config cluster has what it reads there.</summary>
    private ImmutableArray<ResourceId> StartExternal(ControlPlaneModel config)
    {
        var name = config.Cluster.Name;
        var plan = _plan.Clusters[name];
        var installation = _installations[name];
        var account = RevisionSet.IstiodName(installation.RevisionSet.Main);
        var reader = new ClusterReader(_scope, config, _settings.Clusters[name].Cluster.ApiServer!, account);
        var component = _scope.Inner(
            "ExternalControlPlane",
            _plan.Clusters[plan.ServedBy].Identity.LogicalName + "-external",
            _sources.OfCluster(plan.ServedBy)
        );
        var host = _controlPlanes[plan.ServedBy];
        var (gateway, controlPlane) = new ExternalControlPlane(
            component,
            host,
            _installations[plan.ServedBy],
            Host(plan),
            installation
        ).Plan(reader.ConfigSecret);
        _external = controlPlane;
        _controlPlanes[plan.ServedBy] = host with { HostedIstiod = gateway };
        return controlPlane.Ready;
    }

    private ClusterReader Reader(ControlPlaneModel controlPlane)
    {
        var name = controlPlane.Cluster.Name;
        if (!_readers.TryGetValue(name, out var reader))
        {
            _readers[name] = reader = new ClusterReader(_scope, controlPlane, _settings.Clusters[name].Cluster.ApiServer!);
        }

        return reader;
    }

    /// <summary>
    /// What clusters need of each other once each of them works. Nothing else waits for it: a cluster that is down must not hold up the
    /// policies of
    /// the others.
    /// </summary>
    private void Peer()
    {
        foreach (var cluster in _plan.Clusters.Values.Where(c => c.SpansNetworks && c.ConfiguredIn == c.Identity.Name))
        {
            CrossNetworkGateway.Plan(_scope, _controlPlanes[cluster.Identity.Name]);
        }

        foreach (var reader in _plan.Clusters.Values.Where(c => c.RunsIstiod))
        {
            // Those that it serves were made known to it when they were installed.
            foreach (var read in _plan.ReadFrom(reader.Identity.Name).Where(r => r.ServedBy != reader.Identity.Name))
            {
                Reader(_controlPlanes[read.Identity.Name]).RemoteSecret(_controlPlanes[reader.Identity.Name]);
            }
        }
    }

    /// <summary>The namespaces of each cluster, and those of served clusters where their configuration stands.</summary>
    private void Namespaces()
    {
        foreach (var (cluster, namespaces) in MeshNamespaces.Of(_settings, _plan))
        {
            var controlPlane = _controlPlanes[cluster];
            var made = namespaces.Select(n =>
                KeyValuePair.Create(
                    n.Key,
                    NamespacePlanner.Plan(
                        _scope.Inner("MeshNamespace", controlPlane.Cluster.LogicalName + $"-{n.Key}", _sources.OfNamespace(cluster, n.Key)),
                        n.Key,
                        n.Value,
                        controlPlane
                    )
                )
            );
            _controlPlanes[cluster] = controlPlane with { Namespaces = Empty.Map<ResourceId>().AddRange(made) };
        }
    }

    /// <summary>Lets served clusters know the final form of the one that holds their configuration.</summary>
    private void Resolve()
    {
        foreach (var cluster in _plan.Clusters.Values.Where(c => c.ConfiguredIn != c.Identity.Name))
        {
            _controlPlanes[cluster.Identity.Name] = _controlPlanes[cluster.Identity.Name] with
            {
                ConfigHolder = _controlPlanes[cluster.ConfiguredIn],
            };
        }
    }
}
