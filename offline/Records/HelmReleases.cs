using MeshStack.Manifests;
using MeshStack.Offline.Placeholders;
using MeshStack.Offline.Runs;

namespace MeshStack.Offline.Records;

/// <summary>The Helm releases among the resources.</summary>
internal sealed class HelmReleases(ClusterMap clusters)
{
    private readonly SortedSet<string> _problems = new(StringComparer.Ordinal);

    /// <summary>The release of each resource that is one.</summary>
    public Dictionary<Registration, HelmRelease> Releases { get; } = [];

    public IEnumerable<string> Problems => _problems;

    public void Add(Registry registry, IReadOnlyList<Registration> registrations)
    {
        var owners = new Dictionary<(string Cluster, string Reference), Registration>();
        foreach (var registration in registrations)
        {
            if (registration is { IsRead: false, Inputs: { } inputs } && registration.Id.Type == HelmReleaseState.Type && clusters.Of(registration) is { } cluster)
            {
                var release = Release(registration, cluster, inputs);
                Releases.Add(registration, release);
                if (!owners.TryAdd((cluster, release.Reference), registration))
                {
                    _problems.Add($"Helm release {release.Reference} of cluster '{cluster}' is registered twice, as '{owners[(cluster, release.Reference)].Id.Name}' and as '{registration.Id.Name}'");
                }
            }
        }

        var needs = new ReleaseNeeds(registry, registrations, Releases);
        foreach (var registration in Releases.Keys.ToArray())
        {
            Releases[registration] = Releases[registration] with { Needs = needs.Of(registration) };
        }
    }

    private static HelmRelease Release(Registration registration, string cluster, ObjectMap inputs) => new()
    {
        Cluster = cluster,
        Name = inputs.At("name") as string ?? Placeholder.Of(cluster, registration.Id.Name, "name"),
        Namespace = inputs.At("namespace") as string ?? "default",
        Chart = inputs.At("chart") as string ?? "",
        Version = inputs.At("version") as string,
        Repository = inputs.At("repositoryOpts", "repo") as string,
        Values = inputs.At("values") as ObjectMap ?? ObjectMap.Empty,
        CreateNamespace = inputs.At("createNamespace") is true,
        Atomic = inputs.At("atomic") is true,
        SkipAwait = inputs.At("skipAwait") is true,
        SkipCrds = inputs.At("skipCrds") is true,
        Timeout = inputs.At("timeout") as long?,
    };
}
