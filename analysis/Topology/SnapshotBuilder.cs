using MeshStack.Analysis.Concurrency;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology;

/// <summary>Puts a snapshot together, cluster by cluster.</summary>
internal sealed class SnapshotBuilder
{
    private readonly SnapshotSources _sources;
    private readonly List<ManifestProblem> _problems = [];
    private readonly List<GatewayAddress> _gateways = [];
    private readonly List<Finding> _notes = [];
    private Unreadable? _hiddenAddress;

    private SnapshotBuilder(SnapshotSources sources) => _sources = sources;

    public static Snapshot Build(SnapshotSources sources)
    {
        var manifests = sources.Manifests.ToLookup(manifest => manifest.Cluster, StringComparer.Ordinal);
        var releases = sources.Releases.ToLookup(release => release.Cluster, StringComparer.Ordinal);
        var workloads = sources.Workloads.ToLookup(workload => workload.Cluster, StringComparer.Ordinal);
        var services = sources.Services.ToLookup(service => service.Cluster, StringComparer.Ordinal);
        var names = manifests
            .Select(group => group.Key)
            .Concat(releases.Select(group => group.Key))
            .Concat(workloads.Select(group => group.Key))
            .Concat(services.Select(group => group.Key))
            .Concat(sources.Settings.Keys)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        // No cluster needs another, and each is a builder of its own.
        var built = Cores.Each(
            names.ToArray(),
            sources.Manifests.Count + sources.Workloads.Count + sources.Services.Count,
            name =>
            {
                var builder = new SnapshotBuilder(sources);
                var cluster = builder.Cluster(name, [.. manifests[name]], [.. releases[name]], workloads[name], services[name]);
                return (Builder: builder, Cluster: cluster);
            }
        );
        ManifestProblem[] problems = [.. built.SelectMany(one => one.Builder._problems)];
        return problems.Length == 0
            ? new Snapshot(
                [.. built.Select(one => one.Cluster)],
                [.. sources.Gateways, .. built.SelectMany(one => one.Builder._gateways)],
                built.Select(one => one.Builder._hiddenAddress).FirstHidden()
            )
            {
                Notes = [.. sources.Notes, .. built.SelectMany(one => one.Builder._notes).Order(Finding.Order)],
            }
            : throw new ManifestFormatException(problems);
    }

    private ClusterSnapshot Cluster(
        string name,
        Manifest[] manifests,
        ChartRelease[] releases,
        IEnumerable<DeclaredWorkload> declared,
        IEnumerable<DeclaredService> declaredServices
    )
    {
        var settings = _sources.Settings.GetValueOrDefault(name) ?? new ClusterSettings();
        var objects = new ClusterObjects(manifests);
        var istiods = IstioRevision.Of(releases, objects, settings.Revisions);
        var version = settings.IstioVersion ?? IstioRevision.VersionOf(istiods) ?? _sources.IstioVersion;
        var semantics = _sources.Switch?.SemanticsOf(name, version) ?? new(version);
        if (!_sources.CountsRefused)
        {
            var applied = new AppliedObjects(
                _sources.Switch is { } given ? given.DefinitionsOf(name, version) : version,
                semantics,
                istiods
            );
            manifests = [.. applied.Of(manifests)];
            _notes.AddRange(applied.Notes);
            objects = new(manifests);
        }

        var masks = new ClusterMasks(manifests);
        var namespaces = objects
            .Of("Namespace")
            .DistinctBy(ns => ns.Name)
            .ToDictionary(ns => ns.Name, ns => ns.Labels().Map(), StringComparer.Ordinal);
        var configured = MeshSource.Of(objects, masks, map => Embedded(map, "mesh"));
        var revisions = MeshSource.InUse(configured, namespaces.Values);
        var switches = IstiodSwitches.Of(name, releases, objects);
        var (shared, hiddenShared) = SharedConfig(name, switches, objects, masks);
        MeshConfiguration Read(IEnumerable<MeshSource> given) =>
            new MeshConfigurationReader(name).Read(
                releases,
                [.. given],
                settings,
                ns => namespaces.GetValueOrDefault(ns)?.GetValueOrDefault(MeshConfigurationReader.NetworkLabel),
                shared
            );
        var mesh = Read(revisions.Count == 0 ? [] : revisions[0]);
        mesh = DefaultExports.Settled(mesh, semantics) with
        {
            Semantics = semantics,
            EntryVisibility = semantics.MeshRulesEntries == false ? null : mesh.EntryVisibility,
            Redirection = RedirectionReader.Of(releases, objects, masks),
            AcceptsAnyTrustDomain = switches.SkipsTrustDomains,
            TakesAmbientNetworks = switches.TakesAmbientNetworks,
            Unreadable = mesh.Unreadable ?? DefaultExports.Unknown(name, mesh, semantics) ?? switches.Unread ?? hiddenShared,
        };
        var unreadable = new UnreadableCluster(objects, masks, mesh).Find(
            manifests,
            releases,
            configured.Select(source => source.Revision).Distinct(StringComparer.Ordinal).Count()
        );
        if (
            unreadable is null
            && revisions.Count > 1
            && revisions.Select(revision => revision.Select(source => source.Mesh.Mesh.Value)).Distinct(SameValues.Of).Skip(1).Any()
        )
        {
            _problems.AddRange(
                revisions
                    .Select(revision => revision.Last())
                    .Select(source => new ManifestProblem(
                        source.Object.Source ?? new(name, 1),
                        $"{source.Object.Reference} configures the revision "
                            + $"{(source.Revision.Length == 0 ? "default" : source.Revision)} of {name}, and others do so otherwise: "
                            + "which one counts depends on the workload, and one is evaluated. Leave the others out."
                    ))
            );
        }

        _hiddenAddress ??= objects.Of("ConfigMap").Select(map => masks.Of(map)?.Hiding("data meshNetworks")).FirstHidden();
        mesh = mesh with
        {
            Networks =
            [
                .. revisions
                    .Take(1)
                    .SelectMany(revision => revision)
                    .Select(source => source.Object)
                    .Where(map => map.Kind == "ConfigMap")
                    .Select(map => Embedded(map, "meshNetworks")["networks"])
                    .Concat(istiods.Select(istiod => istiod.Values["global"]["meshNetworks"]))
                    .SelectMany(ListedNetwork.From)
                    .DistinctBy(network => network.Name),
            ],
            HiddenNetworks =
                _hiddenAddress
                ?? releases
                    .Where(release => release.IsControlPlane)
                    .Select(release => MaskedObject.From(release)?.Hiding("global meshNetworks"))
                    .FirstHidden()
                ?? objects
                    .Of("IstioOperator")
                    .Concat(objects.Of("sailoperator.io/Istio"))
                    .Select(source => masks.Of(source)?.Hiding("spec values global meshNetworks"))
                    .FirstHidden(),
        };
        _gateways.AddRange(
            from network in mesh.Networks
            where network.Name == mesh.Network
            from gateway in network.Gateways
            let parts = gateway.Service?.Split('.')
            where parts is { Length: > 1 } && gateway.Address is not null
            select new GatewayAddress(name, parts[1], parts[0], gateway.Address)
        );

        var injector = Injector.From(settings.Revisions, releases, objects, masks);
        var counting = new ObjectRevisions(
            istiods,
            ObjectRevisions.InUse(
                injector.Webhooks,
                namespaces,
                releases.Where(release => release.IsGateway).Select(GatewayReleases.AsksOf)
            ),
            objects.Of("Namespace").Any(ns => masks.Of(ns)?.Hiding("metadata labels") is not null)
        ).Counting(manifests, masks, _notes);
        if (counting.Length < manifests.Length)
        {
            (manifests, objects) = (counting, new(counting));
        }

        if (mesh.DiscoverySelectors.Count > 0)
        {
            manifests =
            [
                .. manifests.Where(manifest =>
                    !Discovery.IsConfiguration(manifest)
                    || manifest.Namespace is not { } ns
                    || Discovery.Reads(mesh.DiscoverySelectors, namespaces, ns)
                ),
            ];
            objects = new(manifests);
        }

        var ambient = new AmbientCapture(name, releases, objects, masks, semantics);
        var reader = new WorkloadReader(name, mesh, namespaces, objects, masks, injector, ambient);
        var gateways = releases.Where(release => release.IsGateway).ToArray();
        var late = new LateSelectors(manifests, declaredServices, mesh.RootNamespace);
        Workload[] workloads =
        [
            .. reader.Read(manifests).SelectMany(workload => LateLabels.Of(workload, late, masks.Hide)),
            .. gateways
                .Select(release => GatewayReleases.WorkloadOf(release, mesh))
                .SelectMany(workload => LateLabels.Of(workload, late, masks.Hide)),
            .. declared.Select(reader.Of).SelectMany(workload => LateLabels.Of(workload, late, masks.Hide)),
        ];
        MeshService[] services =
        [
            .. manifests.SelectMany(manifest => ServiceReader.Read(manifest, masks.Of(manifest))),
            .. gateways.Where(GatewayReleases.HasService).Select(GatewayReleases.ServiceOf),
            .. declaredServices.Select(ServiceReader.Of),
        ];
        return new(
            name,
            mesh,
            objects,
            [.. workloads.Where(workload => !_sources.Down.IsDown(workload))],
            services,
            namespaces,
            masks,
            istiods.Select(istiod => istiod.Namespace).ToHashSet(StringComparer.Ordinal)
        )
        {
            Ambient = ambient,
            Region = (settings.Region ?? RegionOf(objects)) is { Length: > 0 } region && !Mask.IsIn(region) ? region : null,
            Unreadable = unreadable ?? Unbuilt(name),
            Down = [.. workloads.Where(_sources.Down.IsDown)],
            IsDown = _sources.Down.Clusters.Contains(name),
        };
    }

    // https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesioregion.
    private static string? RegionOf(ClusterObjects objects) =>
        objects
            .Of("Node")
            .Select(node => node.Labels().Map().GetValueOrDefault("topology.kubernetes.io/region"))
            .Distinct(StringComparer.Ordinal)
            .ToArray()
            is [var only]
            ? only
            : null;

    private (MeshLayer? Layer, Unreadable? Hidden) SharedConfig(
        string cluster,
        IstiodSwitches switches,
        ClusterObjects objects,
        ClusterMasks masks
    )
    {
        // The one that istiod's own chart makes is a source by itself.
        if (switches.SharedConfig is not { } name || name == "istio" || name.StartsWith("istio-", StringComparison.Ordinal))
        {
            return (null, null);
        }

        var map = objects.Of("ConfigMap").FirstOrDefault(map => map.Name == name);
        return map is not null && masks.Of(map)?.Hiding("data mesh") is null
            ? (new(Embedded(map, "mesh"), null, "", ""), null)
            : (
                null,
                new(
                    $"the ConfigMap {name}, which istiod of {cluster} adds to its mesh configuration, is not shown",
                    Cause.Mesh(cluster, $"SHARED_MESH_CONFIG is {name}")
                )
            );
    }

    private Unreadable? Unbuilt(string cluster) =>
        _sources.Unbuilt.TryGetValue(cluster, out var why)
            ? new(
                $"{why}, so that the objects of {cluster} are not all known",
                new(cluster, "Kustomization", null, cluster, "it is not built")
            )
            : null;

    private Field Embedded(Manifest map, string key)
    {
        var text = Field.From(map.Body)["data"][key].Text ?? "";
        if (Mask.IsIn(text))
        {
            return Field.From(new Dictionary<string, object?>());
        }

        var (document, problems) = YamlDocument.Read(text, map.Source?.ToString() ?? $"{map.Cluster} {map.Reference}");
        _problems.AddRange(
            problems.Select(problem =>
                problem with
                {
                    Location = map.Source ?? problem.Location,
                    Message = $"data.{key}: {problem.Message}",
                }
            )
        );
        return document;
    }
}
