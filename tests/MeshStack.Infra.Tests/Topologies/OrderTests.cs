namespace MeshStack.Infra.Tests.Topologies;

/// <summary>Nothing is applied before what it needs is there.</summary>
public sealed class OrderTests
{
    private const string System = "istio-system";
    private const string External = "external-istiod";

    public static TheoryData<string> Combinations => Combination.Names;

    public static TheoryData<string> PrimaryRemote { get; } = [.. Combination.All.Where(c => c.IsPrimaryRemote).Select(c => c.Name)];

    public static TheoryData<string> ExternalControlPlane { get; } = [.. Combination.All.Where(c => c.IsExternal).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task ThereIsNoCycle(string name)
    {
        var graph = await DependencyGraph.OfAsync(Combination.Named(name));
        Assert.All(graph.Resources.Keys, r => Assert.DoesNotContain(r, graph.Waits(r)));
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task NothingWaitsForAComponent(string name)
    {
        var graph = await DependencyGraph.OfAsync(Combination.Named(name));
        Assert.All(graph.Resources.Values, r => Assert.DoesNotContain(r.DependsOn, d => graph.Resources[d].IsComponent));
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task AnIstiodComesAfterItsNamespaceItsCaAndTheCrdsAndBeforeItsGateways(string name)
    {
        var combination = Combination.Named(name);
        var graph = await DependencyGraph.OfAsync(combination);
        foreach (var cluster in combination.ClusterNames)
        {
            var ns = combination.SystemNamespace(cluster);
            var istiod = graph.Release(cluster, ns, "istiod");
            graph.AssertOrder(graph.Object(cluster, "Namespace " + ns), graph.Release(cluster, ns, "istio-base"), istiod);
            if (combination.RunsItsOwnIstiod(cluster))
            {
                graph.AssertOrder(graph.Object(cluster, "Namespace " + ns), graph.Object(cluster, $"Secret {ns}/cacerts"), istiod);
            }

            Assert.Equal(2, graph.Gateways(cluster).Count);
            Assert.All(graph.Gateways(cluster), g => graph.AssertOrder(istiod, g));
            graph.AssertOrder(
                graph.Object(cluster, "Namespace istio-ingress"),
                graph.Release(cluster, "istio-ingress", "istio-ingressgateway")
            );
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task PeeringComesAfterTheClustersThatItConnects(string name)
    {
        var combination = Combination.Named(name);
        var graph = await DependencyGraph.OfAsync(combination);
        foreach (
            var cluster in combination.ClusterNames.Where(c => combination.ConfiguredIn(c) == c && combination.NeedsCrossNetworkGateway(c))
        )
        {
            var ns = combination.SystemNamespace(cluster);
            graph.AssertOrder(
                graph.Release(cluster, ns, "istio-eastwestgateway"),
                graph.Object(cluster, $"Gateway {ns}/cross-network-gateway")
            );
        }

        foreach (var (reader, read) in Pairs(combination))
        {
            var secret = graph.Object(reader, $"Secret {System}/istio-remote-secret-{read}");
            graph.AssertOrder(
                graph.Release(read, System, "istiod"),
                graph.Object(read, $"Secret {System}/istio-reader-service-account-istio-remote-secret-token"),
                secret
            );
            graph.AssertOrder(graph.Release(reader, System, "istiod"), secret);
        }
    }

    [Theory]
    [MemberData(nameof(PrimaryRemote))]
    public async Task ARemoteIsKnownToItsPrimaryBeforeItsGatewaysStart(string name)
    {
        var combination = Combination.Named(name);
        var graph = await DependencyGraph.OfAsync(combination);
        foreach (var remote in combination.ClusterNames.Skip(1))
        {
            var istiod = graph.Release(remote, System, "istiod");
            Assert.All(
                [
                    graph.Release("c1", System, "istio-eastwestgateway"),
                    graph.Object("c1", $"Gateway {System}/istiod-gateway"),
                    graph.Object("c1", $"VirtualService {System}/istiod-vs"),
                ],
                exposed => graph.AssertOrder(graph.Release("c1", System, "istiod"), exposed, istiod)
            );
            var attached = new[]
            {
                istiod,
                graph.Object(remote, $"Secret {System}/istio-reader-service-account-istio-remote-secret-token"),
                graph.Object("c1", $"Secret {System}/istio-remote-secret-{remote}"),
            };
            Assert.All(graph.Gateways(remote), g => graph.AssertOrder([.. attached, g]));
        }
    }

    [Theory]
    [MemberData(nameof(ExternalControlPlane))]
    public async Task AnIstiodElsewhereStartsBetweenItsConfigClusterAndTheGateways(string name)
    {
        var combination = Combination.Named(name);
        var graph = await DependencyGraph.OfAsync(combination);
        var hosted = graph.Release("c1", External, "istiod");
        var token = graph.Object("c2", $"Secret {External}/istiod-istio-remote-secret-token");
        var kubeconfig = graph.Object("c1", $"Secret {External}/istio-kubeconfig");
        graph.AssertOrder(graph.Release("c2", External, "istio-base"), graph.Release("c2", External, "istiod"), token, kubeconfig, hosted);
        graph.AssertOrder(graph.Object("c1", "Namespace " + External), graph.Object("c1", $"Secret {External}/cacerts"), hosted);
        var entryPoint = graph.Release("c1", System, "istio-controlplanegateway");
        graph.AssertOrder(graph.Release("c1", System, "istiod"), entryPoint);
        foreach (
            var exposure in new[]
            {
                "Gateway external-istiod/external-istiod-gw",
                "VirtualService external-istiod/external-istiod-vs",
                "DestinationRule external-istiod/external-istiod-dr",
            }.Select(o => graph.Object("c1", o))
        )
        {
            Assert.All(graph.Gateways("c2"), g => graph.AssertOrder(hosted, exposure, g));
        }

        Assert.All(graph.Gateways("c2"), g => graph.AssertOrder(entryPoint, g));
        foreach (var remote in combination.ClusterNames.Skip(2))
        {
            Assert.All(
                graph.Gateways(remote),
                g => graph.AssertOrder(hosted, graph.Object("c1", $"Secret {External}/istio-remote-secret-{remote}"), g)
            );
        }
    }

    /// <summary>Services, accesses and imports belong to a cluster; their objects wait for whatever serves its proxies, wherever they
    /// stand.</summary>
    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task EveryObjectOfAServiceWaitsForTheClusterThatItIsFor(string name)
    {
        var combination = Combination.Named(name);
        var preview = combination.Preview();
        var graph = DependencyGraph.From(preview);
        var objects = 0;
        foreach (
            var (resource, cluster) in preview
                .Recording.Resources.Select(r => (r, ClusterOf(r, preview.Definition)))
                .Where(o => o.Item2 is not null)
        )
        {
            objects++;
            foreach (var needed in NeededBy(cluster!, combination, graph))
            {
                graph.AssertOrder(needed, resource);
            }
        }

        Assert.True(objects > 20);
    }

    /// <summary>A load balancer may never get its address: what does not lead through its gateway is applied all the same.</summary>
    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task OnlyWhatLeadsThroughAGatewayWaitsForIt(string name)
    {
        var combination = Combination.Named(name);
        var preview = combination.Preview();
        var graph = DependencyGraph.From(preview);
        var gateways = combination.ClusterNames.SelectMany(c => graph.Gateways(c).Select(g => (Cluster: c, Release: g))).ToList();
        foreach (
            var (resource, cluster) in preview
                .Recording.Resources.Select(r => (r, ClusterOf(r, preview.Definition)))
                .Where(o => o.Item2 is not null)
        )
        {
            // Proxies of a remote, its gateways among them, are served through its primary's east-west gateway, or through the one that
            // leads to a hosted istiod.
            var through = LeadsThrough(resource, cluster!);
            var served = new[] { cluster!, through?.Cluster ?? cluster! }
                .Where(c => !combination.RunsItsOwnIstiod(c))
                .Select(combination.ServedBy)
                .ToHashSet();
            var way = gateways.Where(g => served.Contains(g.Cluster)).Select(g => g.Release.Id).ToHashSet();
            foreach (var (place, release) in gateways.Where(g => !way.Contains(g.Release.Id)))
            {
                Assert.True(
                    through == (place, release.HelmRelease!.Name) == graph.Waits(resource.Id).Contains(release.Id),
                    $"{resource.Id} of {cluster} and {release.HelmRelease.Name} of {place}"
                );
            }
        }
    }

    private static (string Cluster, string Gateway)? LeadsThrough(RecordedResource resource, string cluster) =>
        (resource.Component!.Value.Type, resource.Manifest!.Kind) switch
        {
            ("meshstack:index:InboundService", "Gateway" or "VirtualService") => (
                cluster,
                resource.Manifest.Name.EndsWith("-ingress", StringComparison.Ordinal) ? "istio-ingressgateway" : "istio-eastwestgateway"
            ),
            ("meshstack:index:InboundService", "Secret") => (cluster, "istio-ingressgateway"),
            ("meshstack:index:ServiceImport", _) when resource.Manifest.Name.EndsWith(".svc.cluster.local", StringComparison.Ordinal) =>
                null,
            ("meshstack:index:ServiceImport", _) => (Served(resource.Component!.Value.Name.Split('.')[0]), "istio-eastwestgateway"),
            _ => null,
        };

    private static IEnumerable<RecordedResource> NeededBy(string cluster, Combination combination, DependencyGraph graph)
    {
        var server = combination.ServedBy(cluster);
        yield return graph.Release(server, combination.SystemNamespace(cluster), "istiod");
        if (server != cluster)
        {
            yield return graph.Object(
                server,
                combination.IsExternal && cluster == "c2"
                    ? $"Secret {External}/istio-kubeconfig"
                    : $"Secret {combination.SystemNamespace(cluster)}/istio-remote-secret-{cluster}"
            );
        }
    }

    private static IEnumerable<(string Reader, string Read)> Pairs(Combination combination) =>
        combination.Topology == "multi-primary"
            ? from reader in combination.ClusterNames
            from read in combination.ClusterNames
            where reader != read
            select (reader, read)
            : [];

    private static string? ClusterOf(RecordedResource resource, MeshDefinition definition) =>
        resource is { Manifest: not null, Component: { } component }
            ? component.Type switch
            {
                "meshstack:index:InboundService" => Served(component.Name),
                "meshstack:index:ClientAccess" => Served(definition.Accesses.Single(a => a.Name == component.Name).Service),
                "meshstack:index:ServiceImport" => component.Name.Split('.')[1],
                _ => null,
            }
            : null;

    private static string Served(string service) => service == "web" ? "c1" : "c2";
}
