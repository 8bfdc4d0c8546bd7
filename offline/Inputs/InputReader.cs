using Pulumi;

namespace MeshStack.Offline.Inputs;

/// <summary>Looks into an input, be it a single value, a list or a map: all of them become one output.</summary>
internal sealed class InputReader<T> : OutputReader<T>
{
    public override void Read(object value, InputWalk walk) => Read(((Input<T>)value).ToOutput(), walk);

    public override OpenedValue? Open(object value) => Open(((Input<T>)value).ToOutput());

    public override bool IsNothing(object value) => IsNothing(((Input<T>)value).ToOutput());
}
