using System.Runtime.InteropServices;

namespace MeshStack.Analysis.Sets.Automata;

/// <summary>Compares states by acceptance and edges, written as numbers.</summary>
internal sealed class EdgeComparer : IEqualityComparer<int[]>
{
    public static readonly EdgeComparer Instance = new();

    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(int[] obj)
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(obj.AsSpan()));
        return hash.ToHashCode();
    }
}
