namespace MeshStack.Cli.Commands;

/// <summary>The standard output takes nothing.</summary>
internal sealed class UnwritableOutputException(string reason) : Exception($"the standard output cannot be written: {reason}");
