namespace MeshStack;

/// <summary>Something that a component's args ask for and cannot have.</summary>
/// <param name="Path">Where in the args, by [Input] names: <c>loadBalancing.consistentHash</c>.</param>
/// <param name="Message">What was given, and what is allowed.</param>
/// <param name="Severity">Whether the component refuses it or only says so.</param>
public sealed record ArgsProblem(string Path, string Message, ProblemSeverity Severity = ProblemSeverity.Error)
{
    /// <summary>A problem that the component can live with.</summary>
    internal static ArgsProblem Warning(string path, string message) => new(path, message, ProblemSeverity.Warning);
}
