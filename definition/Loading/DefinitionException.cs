namespace MeshStack.Definition;

/// <summary>A definition that nothing can be made of; names everything that is wrong with it.</summary>
public sealed class DefinitionException(IReadOnlyList<DefinitionProblem> problems)
    : Exception(string.Join("\n", problems.Where(p => p.Severity == ProblemSeverity.Error)))
{
    /// <summary>All problems, warnings included.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; } = problems;
}
