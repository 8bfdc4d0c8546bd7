using MeshStack.Analysis;

namespace MeshStack.Infra.Definition;

/// <summary>Collects everything that is wrong with a definition, to say it all at once.</summary>
internal sealed class ProblemList
{
    private readonly List<DefinitionProblem> _problems = [];

    public bool HasErrors => _problems.Any(p => p.Severity == ProblemSeverity.Error);

    public void Error(SourceLocation at, string path, string message) => _problems.Add(new(at, path, message, ProblemSeverity.Error));

    public void Warning(SourceLocation at, string path, string message) => _problems.Add(new(at, path, message, ProblemSeverity.Warning));

    /// <summary>All problems once, by file, line and path.</summary>
    public IReadOnlyList<DefinitionProblem> Sorted() => [.. _problems
        .Distinct()
        .OrderBy(p => p.At.File, StringComparer.Ordinal)
        .ThenBy(p => p.At.Line)
        .ThenBy(p => p.Path, StringComparer.Ordinal)
        .ThenBy(p => p.Message, StringComparer.Ordinal)];
}
