namespace Pulumi;

/// <summary>A plain value or an output.</summary>
public class Input<T> : IInput
{
    private readonly T _value;
    private readonly Output<T>? _output;

    private protected Input(T value) => _value = value;

    private protected Input(Output<T> outputValue)
    {
        ArgumentNullException.ThrowIfNull(outputValue);
        _value = default!;
        _output = outputValue;
    }

    private protected Input() => _value = default!;

    /// <summary>The value as an output.</summary>
    internal virtual Output<T> AsOutput() => _output ?? Output.Create(_value);

    IOutput IInput.ToOutput() => AsOutput();

    bool IInput.TryGetPlain(out object? value) => TryGetPlain(out value);

    private protected virtual bool TryGetPlain(out object? value)
    {
        value = _output == null ? _value : null;
        return _output == null;
    }

    internal static Input<T> Of(T value) => new(value);

    public static implicit operator Input<T>(T value) => new(value);

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.AsOutput();
}
