namespace MeshStack.Preview.Changes;

/// <summary>An object or a Helm release as it is compared.</summary>
/// <param name="Cluster">The name that its cluster has now.</param>
/// <param name="Group">Group and kind, by which two objects of one name are told apart.</param>
/// <param name="Object">Kind, namespace and name.</param>
/// <param name="Content">What it says.</param>
/// <param name="IsRelease">True for a Helm release.</param>
/// <param name="Source">The place of the definition that asks for it.</param>
internal sealed record ComparedObject(
    string Cluster,
    string Group,
    string Object,
    IReadOnlyDictionary<string, object?> Content,
    bool IsRelease,
    SourceLocation? Source
)
{
    private HashSet<string>? _leaves;

    /// <summary>By which it is the same object.</summary>
    public (string Cluster, string Object) Key => (Cluster, $"{Group} {Object}");

    /// <summary>Group and kind.</summary>
    public string Kind => $"{Group} {Object.Split(' ')[0]}";

    /// <summary>The objects and releases of a mesh.</summary>
    public static IReadOnlyList<ComparedObject> Of(ComposedMesh mesh) =>
        [
            .. mesh
                .Recording.Resources.Where(resource => resource is { Cluster: not null, IsRead: false })
                .Select(resource => Of(resource, mesh.PlaceOf(resource)))
                .OfType<ComparedObject>(),
        ];

    /// <summary>Objects that were read.</summary>
    public static IReadOnlyList<ComparedObject> Of(IEnumerable<Manifest> manifests) =>
        [.. manifests.Select(manifest => Of(manifest, manifest.Source))];

    /// <summary>Whether a field of it is for the cluster alone to read.</summary>
    /// <remarks>What kubectl applied stands in an annotation once more.</remarks>
    public bool Hides(string path) =>
        Kind == " Secret"
        && (
            path.StartsWith("data", StringComparison.Ordinal)
            || path.StartsWith("stringData", StringComparison.Ordinal)
            || path.StartsWith("metadata.annotations", StringComparison.Ordinal)
        );

    /// <summary>The change of it.</summary>
    public ObjectChange Change(ObjectChangeKind kind) =>
        new(kind, Cluster, Object, null, [], Source) { IsRelease = IsRelease, Group = Group };

    /// <summary>How much of what it says another says too, from 0 to 1.</summary>
    /// <remarks>Names are what a rename changes, and what is masked is never known to be the same.</remarks>
    public double LikenessTo(ComparedObject other)
    {
        var (own, others) = (Leaves(), other.Leaves());
        var shared = own.Count(others.Contains);
        return shared == 0 ? 0 : (double)shared / Math.Max(own.Count, others.Count);
    }

    private static ComparedObject? Of(RecordedResource resource, SourceLocation? source) =>
        resource switch
        {
            { HelmRelease: { } release } => new(
                release.Cluster,
                "",
                $"Release {release.Reference}",
                ObjectMap.From([
                    new("chart", release.Chart),
                    new("repository", release.Repository),
                    new("values", release.Values),
                    new("version", release.Version),
                ]),
                true,
                source
            ),
            { Manifest: { } manifest } => Of(manifest, source),
            _ => null,
        };

    private static ComparedObject Of(Manifest manifest, SourceLocation? source) =>
        new(manifest.Cluster, manifest.Group, manifest.Reference, manifest.Body, false, source);

    private HashSet<string> Leaves()
    {
        if (_leaves is null)
        {
            _leaves = new(StringComparer.Ordinal);
            foreach (var (key, value) in Content)
            {
                if (key is not ("apiVersion" or "kind" or "metadata") && !Hides(key))
                {
                    Add(key, value, _leaves);
                }
            }
        }

        return _leaves;
    }

    private static void Add(string path, object? value, HashSet<string> leaves)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                foreach (var (key, item) in map)
                {
                    Add($"{path}.{key}", item, leaves);
                }

                break;
            case string text:
                if (!text.Contains(SecretMask.Text, StringComparison.Ordinal))
                {
                    leaves.Add($"{path}={text}");
                }

                break;
            case System.Collections.IEnumerable list:
                foreach (var item in list)
                {
                    Add($"{path}[]", item, leaves);
                }

                break;
            default:
                leaves.Add($"{path}={ValueJson.Of(value)}");
                break;
        }
    }
}
