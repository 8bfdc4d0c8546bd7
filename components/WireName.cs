namespace MeshStack;

internal static class WireName
{
    /// <summary>The name itself where it is one of the known ones.</summary>
    public static string Require(string name, IReadOnlyList<string> known) =>
        known.Contains(name, StringComparer.Ordinal)
            ? name
            : throw new ArgumentException($"'{name}' is not one of {string.Join(", ", known)}.", nameof(name));
}
