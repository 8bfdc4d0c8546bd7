namespace Pulumi;

/// <summary>An input of any type.</summary>
internal interface IInput
{
    /// <summary>The value if it is plain: neither an output nor a collection.</summary>
    public bool TryGetPlain(out object? value);

    public IOutput ToOutput();
}
