namespace MeshStack.Generate.Istio;

/// <summary>The fixed values of fields.</summary>
/// <param name="Name">The name of their type.</param>
internal sealed record IstioEnum(string Name)
{
    /// <summary>The kinds that have them.</summary>
    public SortedSet<string> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>The values, in the order of the newest API.</summary>
    public List<string> Values { get; } = [];

    /// <summary>The oldest known version of Istio that takes a value.</summary>
    public Dictionary<string, string> Since { get; } = new(StringComparer.Ordinal);
}
