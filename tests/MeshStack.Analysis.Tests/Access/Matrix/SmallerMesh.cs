using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>The meshes that have one thing less than another.</summary>
internal static class SmallerMesh
{
    private static readonly Func<ClusterSettings, ClusterSettings>[] Resets =
    [
        settings => settings with { Network = null },
        settings => settings with { TrustDomain = null },
        settings => settings with { TrustDomainAliases = null },
        settings => settings with { CaTrustDomains = null },
        settings => settings with { DnsCapture = null },
        settings => settings with { OutboundTrafficPolicy = null },
        settings => settings with { RemoteSecretsTo = null },
    ];

    public static IEnumerable<SnapshotSources> Of(SnapshotSources mesh)
    {
        var without = Without(mesh.Manifests)
            .Select(left => mesh with { Manifests = left })
            .Concat(Without(mesh.Workloads).Select(left => mesh with { Workloads = left }))
            .Concat(Without(mesh.Releases).Select(left => mesh with { Releases = left }))
            .Concat(Without(mesh.Gateways).Select(left => mesh with { Gateways = left }));
        var reset =
            from cluster in mesh.Settings.Keys
            from change in Resets
            let settings = change(mesh.Settings[cluster])
            where settings != mesh.Settings[cluster]
            select mesh with
            {
                Settings = mesh.Settings.ToDictionary(one => one.Key, one => one.Key == cluster ? settings : one.Value),
            };
        var shorter =
            from index in Enumerable.Range(0, mesh.Manifests.Count)
            from smaller in Of(mesh.Manifests[index])
            select mesh with
            {
                Manifests = [.. mesh.Manifests.Select((manifest, place) => place == index ? smaller : manifest)],
            };
        return without.Concat(reset).Concat(shorter);
    }

    private static IEnumerable<T[]> Without<T>(IReadOnlyList<T> items) =>
        items.Select((_, index) => items.Where((_, place) => place != index).ToArray());

    private static IEnumerable<Manifest> Of(Manifest manifest) =>
        Less(manifest.Body.GetValueOrDefault("spec"))
            .Select(spec => Manifest.From(manifest.Cluster, new Dictionary<string, object?>(manifest.Body) { ["spec"] = spec }));

    // What a value is with one entry less, however deep.
    private static IEnumerable<object?> Less(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> map => map
                .Keys.Select(key => (object?)map.Where(entry => entry.Key != key).ToDictionary())
                .Concat(
                    map.SelectMany(entry =>
                        Less(entry.Value)
                            .Select(less => (object?)map.ToDictionary(one => one.Key, one => one.Key == entry.Key ? less : one.Value))
                    )
                ),
            IReadOnlyList<object?> list => Without(list)
                .Select(left => (object?)left)
                .Concat(
                    list.SelectMany(
                        (item, index) =>
                            Less(item).Select(less => (object?)list.Select((one, place) => place == index ? less : one).ToArray())
                    )
                ),
            _ => [],
        };
}
