using System.CommandLine;
using System.Diagnostics;
using MeshStack.Bench.Reports;
using MeshStack.Cli.Lint;
using MeshStack.Manifests;

namespace MeshStack.Bench.Commands;

/// <summary><c>lint DIR</c>: what the checks of manifests take, beside what reading them takes.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var command = new Command("lint", "Measures meshstack lint beside the parsing of the same files, both in this process.");
        var directory = new Argument<string>("DIR") { Description = "A folder of manifests, of which copies are made." };
        var objects = new Option<int>("--objects") { Description = "Objects in all.", DefaultValueFactory = _ => 10_000 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds, one measurement each in turn.", DefaultValueFactory = _ => 5 };
        command.Add(directory);
        command.Add(objects);
        command.Add(rounds);
        command.SetAction(parsed =>
            Measure(parsed.GetValue(directory)!, parsed.GetValue(objects), parsed.GetValue(rounds), parsed.InvocationConfiguration.Output)
        );
        return command;
    }

    private static int Measure(string directory, int objects, int rounds, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("meshstack-bench-").FullName;
        try
        {
            var count = Copy(directory, folder, objects);
            List<Cost> parse = [];
            List<Cost> lint = [];
            for (var round = 0; round <= rounds; round++)
            {
                var parsed = Cost.Of(() => Parse(folder));
                var linted = Cost.Of(() => Lint(folder));

                // The first round compiles the code.
                if (round > 0)
                {
                    parse.Add(parsed);
                    lint.Add(linted);
                }
            }

            var (parsing, linting) = (Cost.MedianOf(parse), Cost.MedianOf(lint));
            var table = new MarkdownTable("work", "objects", "median", "processor", "time ratio", "processor ratio");
            table.Add("parsing", $"{count:N0}", $"{parsing.Seconds:0.00} s", $"{parsing.Processor:0.00} s", "1.00", "1.00");
            table.Add(
                "lint",
                $"{count:N0}",
                $"{linting.Seconds:0.00} s",
                $"{linting.Processor:0.00} s",
                $"{linting.Seconds / parsing.Seconds:0.00}",
                $"{linting.Processor / parsing.Processor:0.00}"
            );
            table.Write(output);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Parse(string folder) =>
        Directory.EnumerateFiles(folder).SelectMany(file => ManifestYaml.Read(File.ReadAllText(file), file, "cluster")).ToList().Count;

    private static int Lint(string folder) =>
        new Linter(IstioCrds.Newest, withAccess: false).Check(LintInput.Read([folder], () => Stream.Null)).Objects;

    // Copies differ in their names alone: what is checked between objects is checked too, and finds nothing.
    private static int Copy(string directory, string folder, int objects)
    {
        var manifests = Directory
            .EnumerateFiles(directory, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => ManifestYaml.Read(File.ReadAllText(file), file, "cluster"))
            .Where(manifest => IstioCrds.Newest.Groups.Contains(manifest.Group))
            .ToList();
        if (manifests.Count == 0)
        {
            throw new BenchException($"{directory}: there is no object of Istio in it");
        }

        var copies = Enumerable.Range(0, objects).Select(number => Named(manifests[number % manifests.Count], $"copy-{number}"));
        foreach (var (index, part) in copies.Chunk(100).Index())
        {
            using var file = new StreamWriter(Path.Combine(folder, $"{index:0000}.yaml"));
            ManifestYaml.Write(file, part);
        }

        return objects;
    }

    private static Manifest Named(Manifest manifest, string name)
    {
        var metadata = (IReadOnlyDictionary<string, object?>)manifest.Body["metadata"]!;
        var body = manifest.Body.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        body["metadata"] = metadata.ToDictionary(
            entry => entry.Key,
            entry => entry.Key is "name" or "namespace" ? name : entry.Value,
            StringComparer.Ordinal
        );
        return Manifest.From(manifest.Cluster, body);
    }

    private readonly record struct Cost(double Seconds, double Processor)
    {
        public static Cost Of(Func<int> work)
        {
            var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            _ = work();
            return new(Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
        }

        public static Cost MedianOf(List<Cost> costs) =>
            new(Middle(costs.Select(cost => cost.Seconds)), Middle(costs.Select(cost => cost.Processor)));

        private static double Middle(IEnumerable<double> values) => values.Order().ElementAt((values.Count() - 1) / 2);
    }
}
