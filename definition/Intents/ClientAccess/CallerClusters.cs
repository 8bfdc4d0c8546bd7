using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>The clusters that a document names for callers.</summary>
internal static class CallerClusters
{
    /// <summary>The callers, with the clusters that the document names; one that nothing has stands for itself.</summary>
    /// <param name="reader">The document, once its keys are bound.</param>
    /// <param name="callers">The callers.</param>
    public static CallerSettings Read(IntentReader reader, CallerSettings callers)
    {
        var names = reader.References(callers.At + "clusters");

        // A list that cannot be read has been refused, and nothing is missing besides.
        foreach (var key in new[] { "cluster", "namespace" })
        {
            if (reader.Lines.Has($"{callers.At}{key}s"))
            {
                reader.Problems.Follows(reader.Lines.Find(callers.At + key), callers.At + key);
            }
        }

        // A cluster of that name is one, and not all of them.
        if (names.Contains(CallerSettings.Every) && !reader.ControlPlanes.ContainsKey(CallerSettings.Every))
        {
            if (names.Count > 1)
            {
                var path = callers.At + "clusters";
                reader.Problems.Error(reader.Lines.Find(path), path, $"'{CallerSettings.Every}' is every cluster: remove the others");
            }

            names = [.. reader.ControlPlanes.Keys.Order(StringComparer.Ordinal)];
        }

        return callers with
        {
            ControlPlane = reader.Reference(callers.At + "cluster") is { } one ? Of(reader, one) : null,
            ControlPlanes = [.. names.Select(name => Of(reader, name))],
        };
    }

    private static ControlPlaneModel Of(IntentReader reader, string name) =>
        reader.ControlPlanes.GetValueOrDefault(name) ?? new(new ClusterIdentity(name));
}
