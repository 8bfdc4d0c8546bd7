namespace MeshStack.Analysis.Topology.Services;

/// <summary>ServiceEntries of one host and namespace, which have the ports of all of them where they are alike in all else.</summary>
/// <remarks>Source: appendSidecarServices and canMergeServices in pilot/pkg/model/sidecar.go of istio/istio, 1.30.3.</remarks>
internal static class MergedEntries
{
    /// <param name="entries">The entries, the one that counts most first.</param>
    public static MeshService Of(IReadOnlyList<MeshService> entries)
    {
        var merged = entries[0];
        foreach (var entry in entries.Skip(1).Where(entry => AreAlike(entries[0], entry)))
        {
            var ports = entry.Ports.Where(port => !merged.Ports.Any(known => known.Number == port.Number)).ToArray();
            merged = ports.Length == 0 ? merged : merged with { Ports = [.. merged.Ports, .. ports] };
        }

        return merged;
    }

    private static bool AreAlike(MeshService one, MeshService other) =>
        one.Namespace == other.Namespace
        && one.Resolution == other.Resolution
        && !one.IsKubernetes
        && !other.IsKubernetes
        && AreEqual(one.Labels, other.Labels)
        && AreEqual(one.Selector?.Labels, other.Selector?.Labels)
        && (one.ExportTo ?? []).ToHashSet(StringComparer.Ordinal).SetEquals(other.ExportTo ?? []);

    private static bool AreEqual(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other) =>
        (one?.Count ?? 0) == (other?.Count ?? 0)
        && (one is null || other is null || one.All(label => other.TryGetValue(label.Key, out var value) && value == label.Value));
}
