namespace Pulumi.Serialization;

/// <summary>Turns wire values into one type.</summary>
internal abstract class StateReader<T> : StateReader
{
    public abstract T Read(object raw, out bool fits);

    public override object? ReadObject(object raw, out bool fits) => Read(raw, out fits);
}
