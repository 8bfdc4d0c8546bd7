namespace MeshStack.Bench;

/// <summary>A benchmark that cannot be run, or whose two sides did not do the same.</summary>
public sealed class BenchException(string message) : Exception(message);
