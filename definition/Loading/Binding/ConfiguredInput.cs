namespace MeshStack.Definition;

/// <summary>A setting whose value stands under a configuration key, which nobody may know before the program runs.</summary>
/// <param name="Path">Path of the setting in the definition.</param>
/// <param name="Value">The value.</param>
internal sealed record ConfiguredInput(string Path, ConfigurationValue Value);
