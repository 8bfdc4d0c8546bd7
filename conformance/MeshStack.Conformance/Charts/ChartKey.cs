namespace MeshStack.Conformance.Charts;

/// <summary>One value of the product's table.</summary>
/// <param name="Path">Its path.</param>
/// <param name="IsOpen">Whether anything may stand below it.</param>
internal sealed record ChartKey(string Path, bool IsOpen)
{
    /// <summary>Whether a given value is this one, leads to it, or stands below it where anything may.</summary>
    public bool Covers(string value) =>
        value == Path
        || Path.StartsWith(value + ".", StringComparison.Ordinal)
        || (IsOpen && value.StartsWith(Path + ".", StringComparison.Ordinal));
}
