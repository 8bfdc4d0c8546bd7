using System.Globalization;
using MeshStack.TestReport;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [var folder])
{
    await Console.Error.WriteLineAsync("usage: TestReport RESULTS");
    return 2;
}

var report = Report.From(ProjectRun.ReadAll(folder));
await Console.Out.WriteAsync(report.Text);
return report.IsGood ? 0 : 1;
