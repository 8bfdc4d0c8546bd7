namespace MeshStack.Offline.Inputs;

/// <summary>What is inside an input or an output.</summary>
internal readonly record struct OpenedValue(object? Content, bool IsSecret, bool IsKnown);
