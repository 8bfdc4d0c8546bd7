using System.Collections.Immutable;

namespace MeshStack.Offline.Inputs;

/// <summary>Looks into the items of an immutable array, which may be one that was never made.</summary>
internal sealed class ArrayReader<T> : ValueReader
{
    private static readonly ValueReader? Item = typeof(T).IsSealed ? From(typeof(T)) : null;

    public override bool IsLeaf => Item is { IsLeaf: true };

    public override void Read(object value, InputWalk walk)
    {
        var items = (ImmutableArray<T>)value;
        if (IsLeaf || items.IsDefault)
        {
            return;
        }

        for (var position = 0; position < items.Length; position++)
        {
            walk.Read(position, items[position]);
        }
    }
}
