namespace MeshStack.Cli.Reports;

/// <summary>What comes of a step that is drawn.</summary>
internal enum StepKind
{
    /// <summary>It lets the request on.</summary>
    Passed,

    /// <summary>It is the last one of a request that is allowed.</summary>
    Allowed,

    /// <summary>It refuses the request.</summary>
    Refused,

    /// <summary>It is undecided.</summary>
    Open,
}
