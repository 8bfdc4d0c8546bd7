namespace MeshStack.Generate;

/// <summary>One of the values of a type of fixed values.</summary>
/// <param name="Name">The name of its member.</param>
/// <param name="Wire">The value on the wire.</param>
/// <param name="Sentence">What is said of it.</param>
/// <param name="Remarks">What else is said of it.</param>
internal sealed record EnumValue(string Name, string Wire, string Sentence, string? Remarks = null);
