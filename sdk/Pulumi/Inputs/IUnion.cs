namespace Pulumi;

/// <summary>A union of any types.</summary>
internal interface IUnion
{
    public object? Value { get; }
}
