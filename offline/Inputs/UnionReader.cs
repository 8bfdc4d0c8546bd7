using Pulumi;

namespace MeshStack.Offline.Inputs;

/// <summary>Looks into whichever of two values is there.</summary>
internal sealed class UnionReader<T0, T1> : ValueReader
{
    public override void Read(object value, InputWalk walk)
    {
        if (((Union<T0, T1>)value).Value is { } content)
        {
            From(content.GetType()).Read(content, walk);
        }
    }

    public override OpenedValue? Open(object value) => new(((Union<T0, T1>)value).Value, IsSecret: false, IsKnown: true);

    public override bool IsNothing(object value) => ((Union<T0, T1>)value).Value is null;
}
