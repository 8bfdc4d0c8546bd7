using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>The clusters that a document names, one by <c>cluster</c> or several by <c>clusters</c>; one that nothing has stands for
/// itself.</summary>
/// <param name="One">The one.</param>
/// <param name="Several">The several.</param>
internal sealed record NamedClusters(ControlPlaneModel? One, IReadOnlyList<ControlPlaneModel> Several)
{
    /// <summary>The word for every cluster of the mesh.</summary>
    public const string Every = "all";

    /// <summary>Reads them.</summary>
    /// <param name="reader">The document, once its keys are bound.</param>
    /// <param name="at">Where the keys stand: empty, or a path that ends in a dot.</param>
    public static NamedClusters Read(IntentReader reader, string at)
    {
        var path = at + "clusters";
        var names = reader.References(path);

        // A list that cannot be read has been refused, and nothing is missing besides.
        if (reader.Lines.Has(path))
        {
            reader.Problems.Follows(reader.Lines.Find(at + "cluster"), at + "cluster");
        }

        // A cluster of that name is one, and not all of them.
        if (names.Contains(Every) && !reader.ControlPlanes.ContainsKey(Every))
        {
            if (names.Count > 1)
            {
                reader.Problems.Error(reader.Lines.Find(path), path, $"'{Every}' is every cluster: remove the others");
            }

            names = [.. reader.ControlPlanes.Keys.Order(StringComparer.Ordinal)];
        }

        return new(reader.Reference(at + "cluster") is { } one ? Of(reader, one) : null, [.. names.Select(name => Of(reader, name))]);
    }

    private static ControlPlaneModel Of(IntentReader reader, string name) =>
        reader.ControlPlanes.GetValueOrDefault(name) ?? new(new ClusterIdentity(name));
}
