using System.Collections.Immutable;

namespace MeshStack.Offline;

/// <summary>Everything that keeps a program from being recorded.</summary>
public sealed class OfflineException : Exception
{
    internal OfflineException(IEnumerable<string> problems)
        : this([.. problems])
    {
    }

    private OfflineException(ImmutableArray<string> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>The problems, the program's own first; secrets are masked.</summary>
    public ImmutableArray<string> Problems { get; }
}
