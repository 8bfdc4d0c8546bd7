using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Symbolic;

/// <summary>What a rewrite makes of a path: so many characters of its front are replaced, or all of it.</summary>
/// <param name="Taken">The characters that are replaced; null for all of the path.</param>
/// <param name="Put">What stands in their place.</param>
/// <param name="Unknown">Why it cannot be said what becomes of it, null where it can.</param>
internal sealed record PathChange(int? Taken, string Put, string? Unknown = null)
{
    public TextSet Before(TextSet texts)
    {
        // A query in what is put cuts off the rest.
        var end = Put.AsSpan().IndexOfAny('?', '#');
        return end >= 0 || Taken is null
            ? texts.Contains(end >= 0 ? Put[..end] : Put)
                ? TextSet.Everything
                : TextSet.Nothing
            : texts.Before(Taken.Value, Put);
    }
}
