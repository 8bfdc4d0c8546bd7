namespace MeshStack.Definition;

/// <summary>What a definition asks for cannot be registered; everything that is in the way is named.</summary>
public sealed class CompositionException : Exception
{
    internal CompositionException(IEnumerable<string> problems)
        : this(problems.ToList()) { }

    private CompositionException(List<string> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>The problems.</summary>
    public IReadOnlyList<string> Problems { get; }
}
