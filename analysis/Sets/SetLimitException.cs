namespace MeshStack.Analysis.Sets;

/// <summary>A set of requests would take more room than it may: what it would have said is undecided.</summary>
public sealed class SetLimitException : Exception
{
    internal SetLimitException(string message)
        : base(message) { }
}
