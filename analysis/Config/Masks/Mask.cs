namespace MeshStack.Analysis.Config.Masks;

/// <summary>The text that stands in objects for what nobody may read. Nothing is known of what is behind it, not even its shape.</summary>
internal static class Mask
{
    /// <summary>True for a text that is a mask, or holds one.</summary>
    public static bool IsIn(string? text) => text is not null && text.Contains(MaskedText.Secret, StringComparison.Ordinal);

    /// <summary>True for a value with a mask anywhere inside, keys among it.</summary>
    public static bool IsWithin(object? value)
    {
        switch (value)
        {
            case string text:
                return IsIn(text);
            case IReadOnlyDictionary<string, object?> map:
                foreach (var (key, inner) in map)
                {
                    if (IsIn(key) || IsWithin(inner))
                    {
                        return true;
                    }
                }

                return false;
            case IReadOnlyList<object?> list:
                foreach (var inner in list)
                {
                    if (IsWithin(inner))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}
