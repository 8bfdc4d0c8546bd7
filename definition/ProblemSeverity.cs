namespace MeshStack.Definition;

/// <summary>What follows from a problem.</summary>
public enum ProblemSeverity
{
    /// <summary>It is said, and the objects are made.</summary>
    Warning,

    /// <summary>No object is made.</summary>
    Error,
}
