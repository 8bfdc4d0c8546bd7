namespace MeshStack.Cli.Reports;

/// <summary>Who may call whom, for people.</summary>
internal static class AccessTextReport
{
    public static void Write(AccessReport report, bool why, TextWriter output)
    {
        foreach (var service in report.Services)
        {
            output.Write($"{service.Target}\n");
            var width = service.Callers.SelectMany(c => c.Callers).Max(c => c.Length);
            foreach (var access in service.Callers)
            {
                List<string> right =
                [
                    .. access.Lines(),
                    $"as {access.Host}{(access.Through is null ? "" : $" through {access.Through}")}",
                    .. why ? access.Because.Select(c => $"because {c}") : [],
                ];
                for (var i = 0; i < Math.Max(right.Count, access.Callers.Count); i++)
                {
                    var left = access.Callers.ElementAtOrDefault(i)?.PadRight(width) ?? new string(' ', width);
                    output.Write($"  {left}  {right.ElementAtOrDefault(i)}".TrimEnd() + "\n");
                }
            }

            output.Write("\n");
        }

        if (report.Closed.Count > 0)
        {
            output.Write("closed to everyone:\n" + string.Concat(report.Closed.Select(t => $"  {t}\n")) + "\n");
        }

        foreach (var finding in report.Findings)
        {
            output.Write($"{finding.Severity.ToString().ToLowerInvariant()} {FindingText.Of(finding)}\n");
        }

        output.Write(report.Findings.Count > 0 ? "\n" : "");
        output.Write(InvariantLines.Summary(report.Invariants) is { Length: > 0 } held ? held + "\n" : "");
        Summarize(report, output);
    }

    /// <summary>Writes what is wrong or undecided, and the summary.</summary>
    public static void WriteWrong(AccessReport report, TextWriter output)
    {
        foreach (var finding in report.Findings.Where(WrongFinding.Is))
        {
            output.Write($"{finding.Severity.ToString().ToLowerInvariant()} {FindingText.Of(finding)}\n");
        }

        var undecided = report.Services.Where(service => service.Callers.Any(access => access.Undecided.Count > 0));
        foreach (var ports in undecided.GroupBy(service => service.Target with { Port = 0 }))
        {
            var (cluster, ns, name, _) = ports.Key;
            var reasons = ports
                .SelectMany(service => service.Callers)
                .SelectMany(access => access.Reasons)
                .Distinct(StringComparer.Ordinal);
            output.Write($"undecided {cluster} {ns}/{name}: {string.Join("; ", reasons)}\n");
        }

        Summarize(report, output);
    }

    private static void Summarize(AccessReport report, TextWriter output) =>
        output.Write($"{Summary(report)}\n{(report.Shown is { } shown ? $"shown: {shown}\n" : "")}{NotCounted.Line(report.Findings)}");

    public static string Summary(AccessReport report)
    {
        var callers = report.Services.Sum(s => s.Callers.Sum(c => c.Callers.Count));
        var undecided = report.Services.Sum(s => s.Callers.Where(c => c.Undecided.Count > 0).Sum(c => c.Callers.Count));
        var open = $"{Counted.Of(report.Services.Count, "service")} open to {Counted.Of(callers, "caller")}";
        return FormattableString.Invariant(
            $"{open}, {report.Closed.Count} closed to everyone, {(undecided == 0 ? "nothing" : undecided)} undecided"
        );
    }
}
