namespace MeshStack.Conformance;

/// <summary>Runs comparisons and prints what each of them saw.</summary>
internal sealed class Report(TextWriter output)
{
    /// <summary>Compares with everything that a folder holds facts for.</summary>
    /// <returns>The exit code of the process.</returns>
    public async Task<int> RunAsync(IReadOnlyList<IComparison> comparisons, string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new ConformanceException($"{folder}: no such folder");
        }

        var present = comparisons.Where(comparison => comparison.HasFacts(folder)).ToList();
        if (present.Count == 0)
        {
            var names = string.Join(", ", comparisons.Select(comparison => comparison.Name));
            throw new ConformanceException($"{folder} holds nothing to compare with; what is compared: {names}");
        }

        var differences = 0;
        foreach (var comparison in comparisons)
        {
            differences += present.Contains(comparison) ? await RunAsync(comparison, folder) : Skip(comparison);
        }

        var found = differences == 0 ? "no difference" : Counted(differences, "difference");
        await output.WriteLineAsync($"{Counted(present.Count, "comparison")}, {found}");
        return differences == 0 ? ExitCode.Equal : ExitCode.Different;
    }

    private async Task<int> RunAsync(IComparison comparison, string folder)
    {
        var result = await comparison.RunAsync(folder);
        await output.WriteLineAsync($"{comparison.Name}: compared {result.Compared}");
        foreach (var line in result.Differences.SelectMany(difference => difference.ReplaceLineEndings("\n").Split('\n')))
        {
            await output.WriteLineAsync("  " + line);
        }

        return result.Differences.Count;
    }

    private int Skip(IComparison comparison)
    {
        output.WriteLine($"{comparison.Name}: not compared, the folder has no facts for it");
        return 0;
    }

    private static string Counted(int count, string noun) => $"{count:N0} {noun}{(count == 1 ? "" : "s")}";
}
