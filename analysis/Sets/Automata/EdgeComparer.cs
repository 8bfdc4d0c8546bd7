namespace MeshStack.Analysis.Sets.Automata;

/// <summary>Compares states by acceptance and edges, written as numbers.</summary>
internal sealed class EdgeComparer : IEqualityComparer<int[]>
{
    public static readonly EdgeComparer Instance = new();

    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(int[] obj)
    {
        var hash = 17;
        foreach (var number in obj)
        {
            hash = unchecked((hash * 31) + number);
        }

        return hash;
    }
}
