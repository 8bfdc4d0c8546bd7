using System.Text;

namespace MeshStack.TestReport;

/// <summary>What all test projects ran, for a reader.</summary>
/// <param name="Text">The report; its last line has the totals.</param>
/// <param name="IsGood">Whether every project ran tests, and every test passed.</param>
internal sealed record Report(string Text, bool IsGood)
{
    public static Report From(IReadOnlyList<ProjectRun> projects)
    {
        var text = new StringBuilder();
        var width = projects.Select(p => p.Project.Length).DefaultIfEmpty().Max();
        text.Append($"{"".PadRight(width)}  passed  failed  skipped  seconds\n");
        foreach (var project in projects)
        {
            text.Append(
                    $"{project.Project.PadRight(width)}  {project.Count(TestOutcome.Passed), 6}  {project.Count(TestOutcome.Failed), 6}"
                )
                .Append($"  {project.Count(TestOutcome.Skipped), 7}  {project.Duration.TotalSeconds, 7:F1}\n");
        }

        if (projects.Count == 0)
        {
            text.Append("no test project was asked for its tests\n");
        }

        foreach (var project in projects)
        {
            Append(text, project);
        }

        var (passed, failed, skipped) = (Sum(TestOutcome.Passed), Sum(TestOutcome.Failed), Sum(TestOutcome.Skipped));
        text.Append($"\n{passed} passed, {failed} failed, {skipped} skipped\n");
        return new(text.ToString(), projects.Count > 0 && failed == 0 && skipped == 0 && projects.All(p => p.Problem is null));

        int Sum(TestOutcome outcome) => projects.Sum(p => p.Count(outcome));
    }

    private static void Append(StringBuilder text, ProjectRun project)
    {
        if (project.Problem is not null)
        {
            text.Append($"{project.Project} {project.Problem}\n");
        }

        foreach (var test in project.Tests.Where(t => t.Outcome == TestOutcome.Failed))
        {
            text.Append($"failed: {test.Name}\n");
        }

        // The cases of a theory are skipped for one reason.
        foreach (var tests in project.Tests.Where(t => t.Outcome == TestOutcome.Skipped).GroupBy(t => (t.Method, t.Message)))
        {
            var cases = tests.Count() == 1 ? "" : $" ({tests.Count()} cases)";
            text.Append($"skipped: {tests.Key.Method}{cases}{(tests.Key.Message is null ? "" : $": {tests.Key.Message}")}\n");
        }
    }
}
