using Pulumi.Serialization;

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

    internal virtual Output<T> AsOutput() => _output ?? Output.Create(_value);

    internal virtual object? Write(Serializer serializer) =>
        _output is null ? serializer.WriteValue(_value) : serializer.WriteOutput(_output);

    IOutput IInput.ToOutput() => AsOutput();

    object? IInput.Write(Serializer serializer) => Write(serializer);

    internal static Input<T> From(T value) => new(value);

    public static implicit operator Input<T>(T value) => new(value);

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.AsOutput();
}
