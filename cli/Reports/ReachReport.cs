using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Reach;
using MeshStack.Cli.Reports.Documents;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>Chains of calls: what callers come to, or who comes to services.</summary>
/// <param name="Asked">Whose chains, or to where, as it was asked.</param>
/// <param name="IsOfCaller">True where what callers come to was asked, not who comes to services.</param>
/// <param name="Ways">The chains.</param>
/// <param name="Notes">What is said about how the subject was read.</param>
internal sealed record ReachReport(string Asked, bool IsOfCaller, IReadOnlyList<AccessWay> Ways, IReadOnlyList<Finding> Notes)
{
    // Many chains end with the same call.
    private readonly Dictionary<AccessCell, string> _requests = new(ReferenceEqualityComparer.Instance);

    public void Write(string form, TextWriter output)
    {
        var lines = Ways.Select(Line).Append(Summary);
        switch (form)
        {
            case "json":
                ReportJson.Write(ReachDocument.From(Ways, Notes), ReportJson.Formed.ReachDocument, output);
                break;
            case "markdown":
                Markdown(output);
                break;
            case "html":
                PlainPage.Write(output, "Chains of calls", string.Join("\n", [.. lines, NotCounted.Text(Notes)]));
                break;
            default:
                foreach (var line in lines)
                {
                    output.Write($"{line}\n");
                }

                output.Write(NotCounted.Line(Notes));
                break;
        }
    }

    private string Summary
    {
        get
        {
            if (Ways.Count == 0)
            {
                return IsOfCaller ? $"{Asked} comes to no service" : $"nobody comes to {Asked}";
            }

            var (callers, services) = (
                Ways.Select(way => way.Caller).Distinct().Count(),
                Ways.Select(way => way.Target).Distinct().Count()
            );
            var who = callers == 1 ? "1 caller comes" : FormattableString.Invariant($"{callers} callers come");
            var where = services == 1 ? "1 service port" : FormattableString.Invariant($"{services} service ports");
            return $"{who} to {where}, in at most {Ways.MaxBy(way => way.Calls.Count)!.Length}";
        }
    }

    private string Line(AccessWay way) =>
        $"{LengthOf(way), -8} {way.Caller} → {way.Target}: {RequestsOf(way)}" + (ByOf(way) is { Length: > 0 } by ? $", by {by}" : "");

    private static string LengthOf(AccessWay way) => way.Length + (way.IsUndecided ? "?" : "");

    private string RequestsOf(AccessWay way)
    {
        var call = way.Calls[^1];
        return _requests.TryGetValue(call, out var known)
            ? known
            : _requests[call] = call.IsHttp ? call.Requests.Possible.ToString() : "connections";
    }

    private static string ByOf(AccessWay way) => string.Join(" → ", way.By);

    private void Markdown(TextWriter output)
    {
        output.Write($"### Chains of calls {(IsOfCaller ? "of" : "to")} {MarkdownText.Of(Asked)}\n\n");
        if (Ways.Count > 0)
        {
            output.Write("| | Caller | By | Service | Requests |\n|---|---|---|---|---|\n");
            foreach (var way in Ways)
            {
                var by = ByOf(way) is { Length: > 0 } services ? MarkdownText.Code(services) : "";
                output.Write(
                    $"| {LengthOf(way)} | {MarkdownText.Of(way.Caller.ToString())} | {by} | {MarkdownText.Code(way.Target.ToString())} "
                        + $"| {MarkdownText.Code(RequestsOf(way))} |\n"
                );
            }

            output.Write("\n");
        }

        output.Write($"{MarkdownText.Of(Summary)}\n{(NotCounted.Text(Notes) is { Length: > 0 } text ? $"\n{text}\n" : "")}");
    }
}
