using Pulumi;

namespace MeshStack.Infra.Definition.Binding;

/// <summary>A configured value that an input takes when the program runs, which is the first time that anybody may know it.</summary>
/// <param name="Key">The input's key.</param>
/// <param name="Value">The value.</param>
/// <param name="Set">Gives it to the input.</param>
internal sealed record LateValue(string Key, ConfigurationValue Value, Action<Input<string>> Set);
