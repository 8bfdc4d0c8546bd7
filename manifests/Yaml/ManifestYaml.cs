namespace MeshStack.Manifests;

/// <summary>Manifests as YAML text.</summary>
public static class ManifestYaml
{
    /// <summary>Writes one document per manifest, in the given order; the same manifests give the same bytes.</summary>
    public static void Write(TextWriter writer, IEnumerable<Manifest> manifests)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(manifests);
        var yaml = new ManifestWriter(writer);
        foreach (var manifest in manifests)
        {
            yaml.Write(manifest.Body);
        }

        yaml.End();
    }

    /// <summary>Reads the manifests of a text of one or more YAML or JSON documents; lists of objects are taken apart.</summary>
    /// <param name="text">The documents.</param>
    /// <param name="file">The file's name for source locations.</param>
    /// <param name="cluster">The cluster that the objects are applied to.</param>
    /// <exception cref="ManifestFormatException">The text is no YAML, or documents in it are no manifests.</exception>
    public static IReadOnlyList<Manifest> Read(string text, string file, string cluster)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new ManifestReader(file, cluster);
        reader.Read(text);
        return reader.Problems.Count == 0 ? reader.Manifests : throw new ManifestFormatException(reader.Problems);
    }

    /// <summary>The value that a scalar without quotes stands for, as Kubernetes reads it: text, boolean, long, double or null.</summary>
    public static object? Scalar(string text) => ScalarResolver.Resolve(text);
}
