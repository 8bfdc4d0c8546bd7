namespace MeshStack.Cli.Reports;

/// <summary>Who may call whom, for people.</summary>
internal static class AccessTextReport
{
    public static void Write(AccessReport report, bool why, TextWriter output)
    {
        foreach (var service in report.Services)
        {
            output.Write($"{service.Target}\n");
            var width = service.Callers.Max(c => c.Caller.Length);
            foreach (var caller in service.Callers)
            {
                var who = caller.Caller;
                foreach (var line in caller.Lines())
                {
                    output.Write($"  {who.PadRight(width)}  {line}\n");
                    who = "";
                }

                output.Write($"  {"".PadRight(width)}  as {caller.Host}{(caller.Through == null ? "" : $" through {caller.Through}")}\n");
                foreach (var cause in why ? caller.Because : [])
                {
                    output.Write($"  {"".PadRight(width)}  because {cause}\n");
                }
            }

            output.Write("\n");
        }

        if (report.Closed.Count > 0)
        {
            output.Write("closed to everyone:\n" + string.Concat(report.Closed.Select(t => $"  {t}\n")) + "\n");
        }

        output.Write(Summary(report) + "\n");
    }

    public static string Summary(AccessReport report)
    {
        var callers = report.Services.Sum(s => s.Callers.Count);
        var undecided = report.Services.Sum(s => s.Callers.Count(c => c.Undecided.Count > 0));
        return FormattableString.Invariant($"{Count(report.Services.Count, "service")} open to {Count(callers, "caller")}, {report.Closed.Count} closed to everyone, {(undecided == 0 ? "nothing" : undecided)} undecided");
    }

    private static string Count(int number, string what) => FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : "s")}");
}
