namespace MeshStack.CrdSchema;

/// <summary>A hand-written CEL rule; its name says what it demands.</summary>
internal sealed record ValidationRule(string Name, Func<object, bool> Holds);
