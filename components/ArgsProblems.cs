using Pulumi;

namespace MeshStack;

/// <summary>What components do about the problems of their args.</summary>
internal static class ArgsProblems
{
    /// <summary>Logs the warnings, and refuses all errors at once.</summary>
    /// <exception cref="ResourceException">There is an error.</exception>
    public static void Enforce(this IEnumerable<ArgsProblem> problems, Resource component)
    {
        var errors = new List<string>();
        foreach (var problem in problems)
        {
            var text = $"{component.GetResourceName()}: {problem.Path}: {problem.Message}";
            if (problem.Severity == ProblemSeverity.Error)
            {
                errors.Add(text);
            }
            else
            {
                ReportedWarnings.Add(text, component);
            }
        }

        if (errors.Count > 0)
        {
            throw new ResourceException(string.Join("\n", errors), component, hideStack: true);
        }
    }
}
