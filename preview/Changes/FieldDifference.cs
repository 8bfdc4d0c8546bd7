namespace MeshStack.Preview.Changes;

/// <summary>A field that differs.</summary>
/// <param name="Path">The field; of a list's item the place that it has now, or had.</param>
/// <param name="Before">Its value before; null where it had none.</param>
/// <param name="After">Its value now; null where it has none.</param>
internal sealed record FieldDifference(string Path, string? Before, string? After)
{
    /// <summary>That it differs, and not what it says.</summary>
    public FieldDifference Hidden() => new(Path, Before is null ? null : SecretMask.Text, After is null ? null : SecretMask.Text);
}
