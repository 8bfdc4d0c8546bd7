using System.Xml;
using System.Xml.Linq;

namespace MeshStack.TestReport;

/// <summary>What one test project ran.</summary>
/// <param name="Project">Name of the project.</param>
/// <param name="Tests">Its tests.</param>
/// <param name="Duration">Time from the start of the run to its end.</param>
/// <param name="Problem">Why the tests do not tell, if so.</param>
internal sealed record ProjectRun(string Project, IReadOnlyList<TestRun> Tests, TimeSpan Duration, string? Problem)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public int Count(TestOutcome outcome) => Tests.Count(t => t.Outcome == outcome);

    /// <summary>All projects that were asked for their tests, by name.</summary>
    /// <param name="folder">PROJECT.asked in it says that a project was asked, PROJECT.trx what it ran.</param>
    public static IReadOnlyList<ProjectRun> ReadAll(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.asked")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Order(StringComparer.Ordinal)
            .Select(p => Read(p, Path.Combine(folder, p + ".trx")))
            .ToList();

    private static ProjectRun Read(string project, string file)
    {
        try
        {
            var run = XDocument.Load(file).Root!;
            var tests = run.Elements(Trx + "Results").Elements(Trx + "UnitTestResult").Select(Test).ToList();
            return new(project, tests, Elapsed(run), tests.Count == 0 ? "ran no test" : Breakdown(run, tests));
        }
        catch (FileNotFoundException)
        {
            return new(project, [], TimeSpan.Zero, "ran no test: there are no results of it");
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            return new(project, [], TimeSpan.Zero, $"has results that cannot be read: {e.Message}");
        }
    }

    private static TestRun Test(XElement result) =>
        new(
            (string?)result.Attribute("testName") ?? "",
            Outcome((string?)result.Attribute("outcome")),
            ((string?)result.Element(Trx + "Output")?.Element(Trx + "ErrorInfo")?.Element(Trx + "Message"))?.Trim().Split('\n')[0]
        );

    // Whatever else a runner may say of a test, it has shown nothing.
    private static TestOutcome Outcome(string? outcome) =>
        outcome switch
        {
            "Passed" => TestOutcome.Passed,
            "Failed" or "Error" or "Timeout" or "Aborted" => TestOutcome.Failed,
            _ => TestOutcome.Skipped,
        };

    private static TimeSpan Elapsed(XElement run)
    {
        var times = run.Element(Trx + "Times");
        var (start, finish) = ((DateTimeOffset?)times?.Attribute("start"), (DateTimeOffset?)times?.Attribute("finish"));
        return finish - start ?? TimeSpan.Zero;
    }

    // A run that fails without a test that fails was broken off: the tests that are missing leave no trace of their own.
    private static string? Breakdown(XElement run, List<TestRun> tests)
    {
        var summary = run.Element(Trx + "ResultSummary");
        var outcome = (string?)summary?.Attribute("outcome");
        if (outcome is null or "Completed" or "Passed" || tests.Any(t => t.Outcome == TestOutcome.Failed))
        {
            return null;
        }

        var errors = summary!.Descendants(Trx + "RunInfo").Where(i => (string?)i.Attribute("outcome") != "Warning");
        return $"was broken off: {string.Join("; ", errors.Select(e => e.Value.Trim()).DefaultIfEmpty(outcome))}";
    }
}
