using Pulumi;

namespace MeshStack.Infra.Definition.Binding;

/// <summary>A configured value that an input takes when the program runs, which is the first time that anybody may know it.</summary>
/// <param name="Path">Path of the input in the definition.</param>
/// <param name="Value">The value.</param>
/// <param name="Set">Gives it to the input.</param>
internal sealed record LateValue(string Path, ConfigurationValue Value, Action<Input<string>> Set);
