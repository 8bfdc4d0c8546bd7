namespace MeshStack.TestReport;

/// <summary>How a test ended.</summary>
internal enum TestOutcome
{
    /// <summary>It ran, and holds.</summary>
    Passed,

    /// <summary>It ran, and does not hold.</summary>
    Failed,

    /// <summary>It did not run, or not to its end.</summary>
    Skipped,
}
