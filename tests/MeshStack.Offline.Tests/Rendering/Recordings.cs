using MeshStack.Manifests;

namespace MeshStack.Offline.Tests.Rendering;

/// <summary>Recordings made by hand.</summary>
internal static class Recordings
{
    public static Manifest Manifest(string kind, string? ns, string name, string apiVersion = "example.io/v1", string cluster = "east") =>
        Manifests.Manifest.From(
            cluster,
            new Dictionary<string, object?>
            {
                ["apiVersion"] = apiVersion,
                ["kind"] = kind,
                ["metadata"] = ns is null
                    ? new Dictionary<string, object?> { ["name"] = name }
                    : new Dictionary<string, object?> { ["name"] = name, ["namespace"] = ns },
            }
        );

    public static HelmRelease Release(string ns, string name, string chart) =>
        new()
        {
            Cluster = "east",
            Namespace = ns,
            Name = name,
            Chart = chart,
            Values = new Dictionary<string, object?>(),
        };

    public static RecordedCluster Cluster(string name, params Manifest[] manifests) =>
        new()
        {
            Name = name,
            Provider = name,
            Manifests = [.. manifests.Order(Manifests.Manifest.Order)],
        };

    public static Recording Of(params RecordedCluster[] clusters) => new() { Clusters = [.. clusters] };
}
