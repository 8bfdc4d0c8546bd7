namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Objects in few words.</summary>
internal static class Draft
{
    public static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>A map without the entries that have no value.</summary>
    public static Dictionary<string, object?> Given(params (string Key, object? Value)[] entries) =>
        Map([.. entries.Where(entry => entry.Value is not null)]);

    public static object?[] List(params object?[] items) => items;

    public static Manifest Networking(string cluster, string kind, string ns, string name, Dictionary<string, object?> spec) =>
        Of(cluster, "networking.istio.io/v1", kind, ns, name, spec);

    public static Manifest Security(string cluster, string kind, string ns, string name, Dictionary<string, object?> spec) =>
        Of(cluster, "security.istio.io/v1", kind, ns, name, spec);

    public static Manifest Annotated(Manifest manifest, Dictionary<string, object?> annotations) =>
        Manifest.From(
            manifest.Cluster,
            new Dictionary<string, object?>(manifest.Body)
            {
                ["metadata"] = new Dictionary<string, object?>((IReadOnlyDictionary<string, object?>)manifest.Body["metadata"]!)
                {
                    ["annotations"] = annotations,
                },
            }
        );

    /// <summary>An object whose name says how old it is: what is named "two" is younger than the others.</summary>
    public static Manifest Of(string cluster, string apiVersion, string kind, string ns, string name, Dictionary<string, object?> spec) =>
        Manifest.From(
            cluster,
            Map(
                ("apiVersion", apiVersion),
                ("kind", kind),
                (
                    "metadata",
                    Map(("name", name), ("namespace", ns), ("creationTimestamp", $"2024-01-0{(name == "two" ? 2 : 1)}T00:00:00Z"))
                ),
                ("spec", spec)
            )
        );
}
