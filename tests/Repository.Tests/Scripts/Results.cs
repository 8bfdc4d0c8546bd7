using System.Xml.Linq;

namespace Repository.Tests.Scripts;

/// <summary>Writes results as the test runner does.</summary>
internal static class Results
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Writes the results of a project that was asked for its tests.</summary>
    public static void Write(string folder, string project, params (string Test, string Outcome, string? Message)[] tests) => Write(folder, project, "Completed", tests);

    public static void Write(string folder, string project, string outcome, params (string Test, string Outcome, string? Message)[] tests)
    {
        Ask(folder, project);
        new XDocument(new XElement(
            Trx + "TestRun",
            new XElement(Trx + "Times", new XAttribute("start", "2026-01-02T03:04:05.1000000+00:00"), new XAttribute("finish", "2026-01-02T03:04:07.6000000+00:00")),
            new XElement(Trx + "Results", tests.Select(Result)),
            new XElement(
                Trx + "ResultSummary",
                new XAttribute("outcome", outcome),
                new XElement(Trx + "RunInfos", new XElement(Trx + "RunInfo", new XAttribute("outcome", "Error"), new XElement(Trx + "Text", "The host has crashed."))))))
            .Save(Path.Combine(folder, project + ".trx"));
    }

    /// <summary>Notes that a project was asked for its tests.</summary>
    public static void Ask(string folder, string project) => TemporaryFolder.Write(folder, project + ".asked", "");

    private static XElement Result((string Test, string Outcome, string? Message) test) => new(
        Trx + "UnitTestResult",
        new XAttribute("testName", test.Test),
        new XAttribute("outcome", test.Outcome),
        test.Message == null ? null : new XElement(Trx + "Output", new XElement(Trx + "ErrorInfo", new XElement(Trx + "Message", test.Message))));
}
