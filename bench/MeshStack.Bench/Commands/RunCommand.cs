using System.CommandLine;
using MeshStack.Bench.Meshes;
using MeshStack.Bench.Reports;
using MeshStack.Bench.Runs;

namespace MeshStack.Bench.Commands;

/// <summary><c>run</c>: the benchmark itself, on programs that are built already.</summary>
internal static class RunCommand
{
    private const int SmallSize = 20;

    public static Command Create()
    {
        var command = new Command(
            "run",
            "Measures the preview on meshes of several sizes beside cdk8s, and checks that both make the same objects."
        );
        var repository = new Option<string>("--repository") { Description = "Folder of MeshStack.sln.", Required = true };
        var cli = new Option<string>("--cli")
        {
            Description = "The built command line: meshstack.dll, or the native program.",
            Required = true,
        };
        var empty = new Option<string?>("--empty") { Description = "A built console program that does nothing, to compare starts with." };
        var numbers = new Option<string>("--sizes")
        {
            Description = "Numbers of services, separated by commas.",
            DefaultValueFactory = _ => "100,1000,5000",
        };
        var rounds = new Option<int>("--rounds") { Description = "Runs of each program at each size.", DefaultValueFactory = _ => 3 };
        var small = new Option<bool>("--small")
        {
            Description =
                $"One round at {SmallSize} services, without and with routes: checks that the benchmark is right, measures nothing worth "
                + "knowing.",
        };
        var withoutPeer = new Option<bool>("--without-peer") { Description = "Leave cdk8s out." };
        var dimensions = new SizeOptions();
        foreach (var option in new Option[] { repository, cli, empty, numbers, rounds, small, withoutPeer })
        {
            command.Add(option);
        }

        dimensions.AddTo(command);
        command.SetAction(parsed =>
        {
            int[] services = parsed.GetValue(small) ? [SmallSize] : Numbers(parsed.GetValue(numbers)!);
            var times = parsed.GetValue(small) ? 1 : parsed.GetValue(rounds);
            var programs = new Programs(parsed.GetValue(repository)!, parsed.GetValue(cli)!, parsed.GetValue(empty));
            var folder = Directory.CreateTempSubdirectory("meshstack-bench-").FullName;
            try
            {
                var asked = services.Select(n => dimensions.Size(parsed, n)).ToList();
                IReadOnlyList<MeshSize>[] shapes = parsed.GetValue(small)
                    ?
                    [
                        [.. asked.Select(s => s with { HasRoutes = false })],
                        [.. asked.Select(s => s with { HasRoutes = true })],
                    ]
                    : [asked];
                foreach (var sizes in shapes)
                {
                    var runs = sizes
                        .Select(s => new SizeRun(
                            programs,
                            s,
                            Path.Combine(folder, s.HasRoutes ? "routes" : "plain", $"{s.Services}"),
                            hasPeer: !parsed.GetValue(withoutPeer)
                        ))
                        .ToList();
                    runs.ForEach(r => r.Run(times));
                    Report.Write(Console.Out, runs, times);
                }

                Report.Write(Console.Out, StartUp.Measure(programs, times));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }

            return 0;
        });
        return command;
    }

    private static int[] Numbers(string list) =>
        [
            .. list.Split(',')
                .Select(n =>
                    int.TryParse(n, out var number) && number > 0
                        ? number
                        : throw new BenchException($"--sizes {list}: '{n}' is not a number of services")
                )
                .Distinct()
                .Order(),
        ];
}
