namespace MeshStack.Analysis.Model;

/// <summary>One object that a decision rests on.</summary>
/// <param name="Cluster">The object's cluster.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace, null where it has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Detail">What it says that matters here.</param>
public sealed record Cause(string Cluster, string Kind, string? Namespace, string Name, string Detail)
{
    internal static Cause From(Manifest manifest, string detail) =>
        new(manifest.Cluster, manifest.Kind, manifest.Namespace, manifest.Name, detail);

    internal static Cause Mesh(string cluster, string detail) => new(cluster, "MeshConfig", null, "istio", detail);

    /// <summary>The object's namespace, where it has one, and name.</summary>
    internal string Place => Namespace is null ? Name : $"{Namespace}/{Name}";

    /// <inheritdoc/>
    public override string ToString() => $"{Cluster} {Kind} {Place}: {Detail}";
}
