using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Collects everything that is wrong with a definition, to say it all at once.</summary>
internal sealed class ProblemList
{
    private const int MostOfAFile = 100;

    private static readonly IComparer<DefinitionProblem> ByPlace = Comparer<DefinitionProblem>.Create(
        (one, other) =>
            string.CompareOrdinal(one.At.File, other.At.File) is not 0 and var file ? file
            : one.At.Line.CompareTo(other.At.Line) is not 0 and var line ? line
            : string.CompareOrdinal(one.Path, other.Path) is not 0 and var path ? path
            : string.CompareOrdinal(one.Message, other.Message)
    );

    private readonly List<DefinitionProblem> _problems = [];

    // What stands at these paths has been refused, or stands under another key: what else is missing or wrong there follows from it.
    private readonly Dictionary<(SourceLocation At, string Path), DefinitionProblem?> _refused = [];

    /// <summary>Whether a part of the definition could not be read, so that nobody knows what else is named in it.</summary>
    public bool IsIncomplete { get; set; }

    public bool HasErrors => _problems.Any(p => p.Severity == ProblemSeverity.Error);

    public void Error(SourceLocation at, string path, string message) => Add(at, path, message, ProblemSeverity.Error);

    public void Warning(SourceLocation at, string path, string message) => Add(at, path, message, ProblemSeverity.Warning);

    /// <summary>A value that cannot be read at all.</summary>
    public void Unreadable(SourceLocation at, string path, string message, params ReadOnlySpan<SourceLocation> others)
    {
        Error(at, path, message);
        var said = _problems[^1];
        foreach (var place in (ReadOnlySpan<SourceLocation>)[at, .. others])
        {
            _refused.TryAdd((place, path), said);
        }
    }

    /// <summary>Drops what else is said of a path at a place: it follows from something that is said already.</summary>
    public void Follows(SourceLocation at, string path) => _refused.TryAdd((at, path), null);

    /// <summary>A problem of a component's args, at the place of the definition that it comes from.</summary>
    /// <param name="at">That place.</param>
    /// <param name="path">Its path there.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="setting">Where the setting stands that it does not go with.</param>
    public void Add(SourceLocation at, string path, ArgsProblem problem, SourceLocation? setting = null) =>
        Add(
            at,
            path,
            problem.Message
                + (problem.Given is { } given ? Spelling.Nearest(given, problem.Allowed) : "")
                + (setting is null ? "" : FormattableString.Invariant($" ({setting.File}:{setting.Line})")),
            problem.Severity
        );

    /// <summary>The problems of a part.</summary>
    public void AddAll(ProblemList part)
    {
        _problems.AddRange(part._problems);
        IsIncomplete |= part.IsIncomplete;
        foreach (var (path, problem) in part._refused)
        {
            _refused.TryAdd(path, problem);
        }
    }

    /// <summary>All problems once, but for those that follow from others, by file, line and path; of one file no more than anybody
    /// mends at once.</summary>
    public IReadOnlyList<DefinitionProblem> Sorted() => [.. All().GroupBy(p => (p.At.File, p.Severity)).SelectMany(Some).Order(ByPlace)];

    private static IEnumerable<DefinitionProblem> Some(IEnumerable<DefinitionProblem> found)
    {
        var all = found.ToList();
        if (all.Count <= MostOfAFile)
        {
            return all;
        }

        var (next, what) = (all[MostOfAFile], all[0].Severity == ProblemSeverity.Error ? "errors" : "warnings");
        var more = FormattableString.Invariant($"{all.Count - MostOfAFile} more {what} in this file, from here on");
        return [.. all.Take(MostOfAFile), new(next.At, "", more, next.Severity)];
    }

    private IReadOnlyList<DefinitionProblem> All() => [.. _problems.Distinct().Where(p => !FollowsFromAnother(p)).Order(ByPlace)];

    private bool FollowsFromAnother(DefinitionProblem problem)
    {
        for (var path = problem.Path; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
        {
            if (_refused.TryGetValue((problem.At, path), out var said))
            {
                return said != problem;
            }
        }

        return false;
    }

    private void Add(SourceLocation at, string path, string message, ProblemSeverity severity) =>
        _problems.Add(new(at, Printable(path), Printable(message), severity));

    /// <summary>What a file holds is quoted in messages, and must neither steer the terminal that shows them nor tell secrets.</summary>
    private static string Printable(string text)
    {
        var shown = QuotedText.Of(text);
        return shown.Any(char.IsControl) ? new string([.. shown.Select(c => char.IsControl(c) ? '\uFFFD' : c)]) : shown;
    }
}
