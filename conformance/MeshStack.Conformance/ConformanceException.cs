namespace MeshStack.Conformance;

/// <summary>Facts that cannot be compared with, for a reason that the user can mend.</summary>
internal sealed class ConformanceException(string message) : Exception(message);
