using MeshStack.Manifests;
using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Topologies;

/// <summary>What waits for what: what a resource names as its dependencies, and whose values it takes.</summary>
internal sealed class DependencyGraph
{
    private readonly Dictionary<ResourceId, HashSet<ResourceId>> _waits;
    private readonly Dictionary<ResourceId, HashSet<ResourceId>> _closures = [];

    private DependencyGraph(Recording recording)
    {
        Resources = recording.Resources.ToDictionary(r => r.Id);
        _waits = recording.Resources.ToDictionary(r => r.Id, r => r.DependsOn.ToHashSet());
        foreach (var resource in recording.Resources)
        {
            _waits[resource.Id].UnionWith(TakesValuesOf(resource, recording));
        }
    }

    public IReadOnlyDictionary<ResourceId, RecordedResource> Resources { get; }

    public static async Task<DependencyGraph> OfAsync(Combination combination) => new((combination.Preview()).Recording);

    public static DependencyGraph From(StackPreview preview) => new(preview.Recording);

    /// <summary>The one release of a chart in a namespace of a cluster.</summary>
    public RecordedResource Release(string cluster, string @namespace, string name) =>
        Resources.Values.Single(r =>
            r.HelmRelease is { } release && release.Cluster == cluster && release.Reference == $"{@namespace}/{name}"
        );

    public IReadOnlyList<RecordedResource> Gateways(string cluster) =>
        [
            .. Resources.Values.Where(r =>
                r.HelmRelease is { Chart: "gateway", Name: not "istio-controlplanegateway" } release && release.Cluster == cluster
            ),
        ];

    /// <summary>The one object of that kind and name in a cluster.</summary>
    public RecordedResource Object(string cluster, string reference) =>
        Resources.Values.Single(r => r.Manifest is { } manifest && manifest.Cluster == cluster && manifest.Reference == reference);

    /// <summary>Fails unless each of the resources comes after the one before it.</summary>
    public void AssertOrder(params IReadOnlyList<RecordedResource> resources)
    {
        foreach (var (before, after) in resources.Zip(resources.Skip(1)))
        {
            Assert.True(
                Waits(after.Id).Contains(before.Id),
                $"{after.Id} of {after.Cluster} does not wait for {before.Id} of {before.Cluster}"
            );
        }
    }

    /// <summary>All that a resource waits for, directly or not; itself only where there is a cycle.</summary>
    public IReadOnlySet<ResourceId> Waits(ResourceId id)
    {
        if (_closures.TryGetValue(id, out var known))
        {
            return known;
        }

        var found = new HashSet<ResourceId>();
        var next = new Stack<ResourceId>(_waits[id]);
        while (next.TryPop(out var current))
        {
            if (found.Add(current))
            {
                foreach (var wait in _waits[current])
                {
                    next.Push(wait);
                }
            }
        }

        return _closures[id] = found;
    }

    private static IEnumerable<ResourceId> TakesValuesOf(RecordedResource resource, Recording recording)
    {
        // The token reaches its readers as a secret, which no recording shows: RemoteSecretTests sees whose token is in which kubeconfig.
        if (resource is { Id.Type: "kubernetes:core/v1:Secret" } && resource.Id.Name.Split("-in-") is [var read, _])
        {
            yield return new("kubernetes:core/v1:Secret", read.Replace("-config", "", StringComparison.Ordinal) + "-reader-token");
        }

        foreach (
            var cluster in Texts(resource.Inputs)
                .SelectMany(t =>
                    recording.Clusters.Where(c => t.Contains($"${{{c.Name}.eastWestGateway.address}}", StringComparison.Ordinal))
                )
                .Select(c => c.Name)
                .Distinct()
        )
        {
            yield return recording
                .Resources.Single(r => r.HelmRelease is { Name: "istio-eastwestgateway" } gateway && gateway.Cluster == cluster)
                .Id;
        }
    }

    private static IEnumerable<string> Texts(object? value) =>
        value switch
        {
            string text => [text],
            IReadOnlyDictionary<string, object?> map => map.Values.SelectMany(Texts),
            IReadOnlyList<object?> list => list.SelectMany(Texts),
            _ => [],
        };
}
