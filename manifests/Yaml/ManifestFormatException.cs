namespace MeshStack.Manifests;

/// <summary>A text that is not a file of manifests, with everything that is wrong with it.</summary>
public sealed class ManifestFormatException : Exception
{
    /// <summary>An exception with a message of its own.</summary>
    public ManifestFormatException(string message)
        : base(message) { }

    /// <summary>An exception with a message of its own and a cause.</summary>
    public ManifestFormatException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>An exception without details.</summary>
    public ManifestFormatException() { }

    /// <summary>An exception that lists the given problems.</summary>
    public ManifestFormatException(IReadOnlyList<ManifestProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>Every problem, in the order of the text.</summary>
    public IReadOnlyList<ManifestProblem> Problems { get; } = [];
}
