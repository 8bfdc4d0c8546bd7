namespace MeshStack.Definition;

/// <summary>A CA that a plan issues: its key and its certificate, PEM.</summary>
internal sealed record IssuedCa(TextValue PrivateKey, TextValue Certificate);
