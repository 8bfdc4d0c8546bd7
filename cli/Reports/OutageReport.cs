using MeshStack.Analysis.Outages;
using MeshStack.Analysis.Topology;
using MeshStack.Cli.Reports.Documents;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>Who loses what while something is down, and what takes over.</summary>
internal sealed class OutageReport
{
    /// <summary>Lines of a section that one reads; JSON and HTML have all.</summary>
    private const int MostLines = 10;

    private readonly Outage _outage;
    private readonly OutageEffect _effect;
    private readonly IReadOnlyList<Finding> _notes;
    private readonly List<List<OutageLine>> _sections;

    public OutageReport(Outage outage, OutageEffect effect, IReadOnlyList<Finding> notes)
    {
        (_outage, _effect, _notes) = (outage, effect, notes);
        _sections =
        [
            [.. effect.Losses.Select(OutageLine.From)],
            [.. effect.Takeovers.Select(OutageLine.From)],
            [.. effect.Detours.Select(OutageLine.From)],
        ];
    }

    public void Write(string form, TextWriter output)
    {
        switch (form)
        {
            case "json":
                ReportJson.Write(OutageDocument.From(_outage, _effect, _notes), ReportJson.Formed.OutageDocument, output);
                break;
            case "markdown":
                Markdown(output);
                output.Write(NotCounted.Text(_notes) is { Length: > 0 } text ? $"\n{text}\n" : "");
                break;
            case "html":
                string[] all =
                [
                    $"down: {Down}",
                    .. _sections.SelectMany(s => s).Select(l => l.ToString()),
                    Summary,
                    NotCounted.Text(_notes),
                ];
                PlainPage.Write(output, $"Without {Down}", string.Join("\n", all));
                break;
            default:
                var sections = _sections.Select(s => string.Concat(s.Take(MostLines).Select(l => $"{l}\n")) + Rest(s));
                output.Write($"down: {Down}\n{string.Concat(sections)}{Summary}\n{NotCounted.Line(_notes)}");
                break;
        }
    }

    private string Down =>
        string.Join(
            ", ",
            _outage.Clusters.Select(c => $"cluster {c}").Concat(_outage.Gateways.Select(g => $"gateway {g}").Order(StringComparer.Ordinal))
        );

    private string Summary
    {
        get
        {
            var (losses, takeovers, detours) = (_effect.Losses, _effect.Takeovers.Count, _effect.Detours.Count);
            var undecided = losses.Count(l => l.IsUndecided);
            var lost =
                losses.Count == 0
                    ? "nobody loses anything"
                    : FormattableString.Invariant($"{losses.Count} lost{(undecided == 0 ? "" : $" ({undecided} undecided in part)")}");
            return takeovers + detours == 0
                ? lost
                : FormattableString.Invariant($"{lost}, {takeovers} taken over, {detours} by another way");
        }
    }

    private void Markdown(TextWriter output)
    {
        output.Write($"### Without {MarkdownText.Of(Down)}\n\n");
        if (_sections.Any(s => s.Count > 0))
        {
            output.Write("| | Caller | Asks | Effect |\n|---|---|---|---|\n");
            foreach (var line in _sections.SelectMany(s => s.Take(MostLines)))
            {
                output.Write(
                    $"| {line.Word} | {MarkdownText.Of(line.Caller)} | {MarkdownText.Code(line.Asks)} | "
                        + $"{MarkdownText.Of(line.Effect)} |\n"
                );
            }

            output.Write($"\n{string.Concat(_sections.Select(Rest))}");
        }

        output.Write($"{Summary}\n");
    }

    private static string Rest(List<OutageLine> section) =>
        section.Count <= MostLines
            ? ""
            : FormattableString.Invariant(
                $"… and {section.Count - MostLines} more {section[0].Word.TrimEnd('?')} (--output json has all)\n"
            );
}
