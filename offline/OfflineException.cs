using System.Collections.Immutable;

namespace MeshStack.Offline;

/// <summary>Everything that keeps a program from being recorded.</summary>
public sealed class OfflineException : Exception
{
    internal OfflineException(IEnumerable<string> problems, IEnumerable<string>? certain = null)
        : this([.. problems]) => Certain = [.. certain ?? []];

    private OfflineException(ImmutableArray<string> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>Those of the problems that a real run would have too; secrets are masked.</summary>
    public ImmutableArray<string> Certain { get; } = [];

    /// <summary>The problems, the program's own first; secrets are masked.</summary>
    public ImmutableArray<string> Problems { get; }
}
