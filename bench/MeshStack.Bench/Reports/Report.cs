using MeshStack.Bench.Runs;

namespace MeshStack.Bench.Reports;

/// <summary>The benchmark's results as Markdown.</summary>
internal static class Report
{
    private const double MiB = 1024 * 1024;

    /// <summary>The sizes of meshes of one shape.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<SizeRun> sizes, int rounds)
    {
        if (sizes[0].Size.HasRoutes)
        {
            writer.Write("Every service with two ports and a route: ");
        }

        writer.WriteLine(
            $"{Environment.ProcessorCount} cores, {rounds} {(rounds == 1 ? "round" : "rounds")}, programs in turn; ratios are of median "
                + "times, least processor time and peak memory, product to cdk8s."
        );
        writer.WriteLine();
        Sizes(sizes).Write(writer);
        if (sizes.Count > 1)
        {
            writer.WriteLine();
            Growth(sizes).Write(writer);
        }

        writer.WriteLine();
    }

    /// <summary>The start of the programs.</summary>
    public static void Write(TextWriter writer, StartUp startUp)
    {
        writer.WriteLine(
            $"Start-up: `meshstack preview` of the dev stack prints its first byte after {Seconds(startUp.FirstByte)} and ends after "
                + $"{Seconds(startUp.Wall)}."
        );
        if (startUp.Nothing is { } nothing)
        {
            writer.WriteLine(
                $"`meshstack --help` takes {startUp.Help.TotalMilliseconds:0} ms, {startUp.Help / nothing:0.00} × a console program that "
                    + "does nothing."
            );
        }
    }

    private static MarkdownTable Sizes(IReadOnlyList<SizeRun> sizes)
    {
        var table = new MarkdownTable(
            "program",
            "services",
            "objects",
            "best",
            "median",
            "processor",
            "peak memory",
            "time ratio",
            "processor ratio",
            "memory ratio"
        );
        foreach (var size in sizes)
        {
            foreach (var contender in size.Contenders)
            {
                table.Add(
                    contender.Name,
                    $"{size.Size.Services:N0}",
                    $"{size.Size.Objects:N0}",
                    Seconds(contender.Best),
                    Seconds(contender.Median),
                    Seconds(contender.Cpu),
                    contender.PeakMemory == 0 ? "not told" : $"{contender.PeakMemory / MiB:0} MiB",
                    size.Peer is { } peer ? $"{contender.Median / peer.Median:0.00}" : "",
                    size.Peer is { } busy ? $"{contender.Cpu / busy.Cpu:0.00}" : "",
                    size.Peer is { PeakMemory: > 0 } heavy ? $"{(double)contender.PeakMemory / heavy.PeakMemory:0.00}" : ""
                );
            }
        }

        return table;
    }

    private static MarkdownTable Growth(IReadOnlyList<SizeRun> sizes)
    {
        var table = new MarkdownTable("growth", "services", "objects", "median", "processor", "peak memory");
        foreach (var (small, large) in sizes.Zip(sizes.Skip(1)))
        {
            foreach (var (before, after) in small.Contenders.Zip(large.Contenders))
            {
                table.Add(
                    before.Name,
                    $"{small.Size.Services:N0} to {large.Size.Services:N0}",
                    $"× {(double)large.Size.Objects / small.Size.Objects:0.0}",
                    $"× {after.Median / before.Median:0.0}",
                    $"× {after.Cpu / before.Cpu:0.0}",
                    before.PeakMemory == 0 ? "not told" : $"× {(double)after.PeakMemory / before.PeakMemory:0.0}"
                );
            }
        }

        return table;
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0.00} s";
}
