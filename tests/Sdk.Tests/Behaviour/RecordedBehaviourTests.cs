using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Sdk.Tests.Behaviour;

/// <summary>The stand-ins give the answers that were recorded from the real packages.</summary>
public sealed partial class RecordedBehaviourTests
{
    private static string ProjectFolder => Path.Combine(Repository.Root, "tests", "Sdk.Behaviour");

    [SkippableFact]
    public async Task Every_scenario_that_can_be_compiled_gives_the_recorded_answer()
    {
        var recordings = Path.Combine(Repository.Shared, "pulumi-behaviour", "recordings");
        Repository.SkipWithout(recordings);
        var results = Directory.CreateTempSubdirectory();
        try
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Sdk.Behaviour.dll"), results.FullName, "--against", recordings])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, output + await errors);
            Assert.Matches("^[1-9][0-9]* scenarios, 0 differing observations", output);
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_is_left_out_is_listed_with_its_reason()
    {
        var project = XDocument.Load(Path.Combine(ProjectFolder, "Sdk.Behaviour.csproj"));
        var symbols = project.Descendants("DefineConstants").SelectMany(constants => constants.Value.Split(';')).Where(symbol => symbol.StartsWith("LACKS_", StringComparison.Ordinal));
        var files = project.Descendants("Compile").Attributes("Remove").Select(remove => remove.Value.Replace("$(BehaviourRecordings)", "", StringComparison.Ordinal));
        var listed = File.ReadLines(Path.Combine(ProjectFolder, "LeftOut.md")).Select(line => Row().Match(line)).Where(row => row.Success).Select(row => row.Groups["what"].Value);

        Assert.Equal(symbols.Concat(files).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<what>[^`]+)` \| \S.*\|$")]
    private static partial Regex Row();
}
