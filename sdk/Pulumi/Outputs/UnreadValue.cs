namespace Pulumi;

/// <summary>A value of resource state as it came over the wire, never null.</summary>
internal readonly struct UnreadValue(object raw)
{
    public readonly object Raw = raw;
}
