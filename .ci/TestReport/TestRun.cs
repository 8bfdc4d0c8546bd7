namespace MeshStack.TestReport;

/// <summary>One test, or one case of a theory.</summary>
/// <param name="Name">Its full name, with the arguments of the case.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">The first line of what the runner says of it, if anything.</param>
internal sealed record TestRun(string Name, TestOutcome Outcome, string? Message)
{
    /// <summary>The name without the arguments.</summary>
    public string Method => Name.Split('(')[0];
}
