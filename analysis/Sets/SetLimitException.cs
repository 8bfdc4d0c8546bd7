namespace MeshStack.Analysis.Sets;

/// <summary>A set of requests would take more room than it may: what it would have said is undecided.</summary>
internal sealed class SetLimitException(string message) : Exception(message);
