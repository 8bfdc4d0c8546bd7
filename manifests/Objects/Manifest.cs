namespace MeshStack.Manifests;

/// <summary>One Kubernetes object of one cluster.</summary>
public sealed record Manifest
{
    private Manifest() { }

    /// <summary>The name of the cluster that the object is applied to.</summary>
    public required string Cluster { get; init; }

    /// <summary>API group and version, such as <c>networking.istio.io/v1</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The kind, such as <c>VirtualService</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The namespace, or null where the object names none.</summary>
    public string? Namespace { get; init; }

    /// <summary>The object's name; what the API server makes it of, where it makes one.</summary>
    public required string Name { get; init; }

    /// <summary>The whole object; values are strings, booleans, longs, doubles, nulls, lists and dictionaries.</summary>
    public required IReadOnlyDictionary<string, object?> Body { get; init; }

    /// <summary>Where the object was read from, if it was read.</summary>
    public SourceLocation? Source { get; init; }

    /// <summary>The order of reports and files: by cluster, namespace, kind, name and API version, ordinal.</summary>
    public static IComparer<Manifest> Order { get; } = new ManifestOrder();

    /// <summary>The API group, empty for the core group.</summary>
    public string Group => ApiVersion.IndexOf('/', StringComparison.Ordinal) is var slash && slash < 0 ? "" : ApiVersion[..slash];

    /// <summary>Kind, namespace and name as one text, such as <c>Gateway istio-system/public</c>.</summary>
    public string Reference => Namespace is null ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";

    /// <summary>A cursor on the object's <c>spec</c>.</summary>
    public Field Spec => Field.From(Body)["spec"];

    /// <summary>A manifest from an object as any source holds it; the body is copied and its numbers and collections are brought to one
    /// form.</summary>
    /// <exception cref="ArgumentException">The body names no apiVersion, kind or metadata.name, or holds a value that no manifest can
    /// hold.</exception>
    public static Manifest From(string cluster, IReadOnlyDictionary<string, object?> body, SourceLocation? source = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return OfNormalized(cluster, (IReadOnlyDictionary<string, object?>)ManifestValue.Normalize(body)!, source);
    }

    /// <summary>A manifest that takes over a body in the form of <see cref="ManifestValue.Normalize"/>; nothing is copied, so nobody may
    /// change it afterwards.</summary>
    /// <exception cref="ArgumentException">The body names no apiVersion, kind or metadata.name.</exception>
    public static Manifest OfNormalized(string cluster, IReadOnlyDictionary<string, object?> body, SourceLocation? source = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(cluster);
        ArgumentNullException.ThrowIfNull(body);
        return new Manifest
        {
            Cluster = cluster,
            ApiVersion = Required(body, "apiVersion"),
            Kind = Required(body, "kind"),
            Namespace = body.At("metadata", "namespace") is string { Length: > 0 } given ? given : null,
            Name = IsGenerated(body, out var prefix) ? prefix : Required(body, "metadata", "name"),
            Body = body,
            Source = source,
        };
    }

    /// <summary>Whether the API server makes the name of an object, and of what.</summary>
    internal static bool IsGenerated(IReadOnlyDictionary<string, object?> body, out string prefix)
    {
        prefix = body.At("metadata", "generateName") as string ?? "";
        return prefix.Length > 0 && body.At("metadata", "name") is null or "";
    }

    private static string Required(IReadOnlyDictionary<string, object?> body, params ReadOnlySpan<string> path) =>
        body.At(path) is string { Length: > 0 } value
            ? value
            : throw new ArgumentException(
                $"The object has no {string.Join('.', path)}; every manifest names apiVersion, kind and metadata.name.",
                nameof(body)
            );
}
