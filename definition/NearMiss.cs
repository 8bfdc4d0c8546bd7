namespace MeshStack.Definition;

/// <summary>Names of which one is likely a slip of the other, where both could be right.</summary>
internal static class NearMiss
{
    private const int Shortest = 5;

    /// <summary>Whether two names differ by two neighbouring letters that are swapped, or by one letter too many.</summary>
    /// <remarks>A letter in place of another is how names of one kind differ: eu-west and us-west, web-a and web-b. Numbers always
    /// count.</remarks>
    public static bool Of(string one, string other)
    {
        if (one == other || Math.Min(one.Length, other.Length) < Shortest)
        {
            return false;
        }

        var first = 0;
        while (first < Math.Min(one.Length, other.Length) && one[first] == other[first])
        {
            first++;
        }

        return (one.Length - other.Length) switch
        {
            0 => first + 1 < one.Length
                && one[first] == other[first + 1]
                && one[first + 1] == other[first]
                && char.IsLetter(one[first])
                && char.IsLetter(other[first])
                && one.AsSpan(first + 2).SequenceEqual(other.AsSpan(first + 2)),
            1 => IsOneMore(one, other, first),
            -1 => IsOneMore(other, one, first),
            _ => false,
        };
    }

    // A name with an ending is another name: cart and carts are easily both there.
    private static bool IsOneMore(string longer, string shorter, int at) =>
        at < shorter.Length && char.IsLetter(longer[at]) && longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
}
