using System.Xml.Linq;

namespace Repository.Tests.Scripts;

/// <summary>Writes results as the test runner does.</summary>
internal static class Results
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Writes the results of a project that was asked for its tests.</summary>
    public static void Write(string folder, string project, params (string Test, string Outcome, string? Message)[] tests) =>
        Write(folder, project, "Completed", tests);

    public static void Write(string folder, string project, string outcome, params (string Test, string Outcome, string? Message)[] tests)
    {
        Ask(folder, project);
        var crash = Element("RunInfo", [("outcome", "Error")], Element("Text", [], "The host has crashed."));
        var run = Element(
            "TestRun",
            [],
            Element("Times", [("start", "2026-01-02T03:04:05.1000000+00:00"), ("finish", "2026-01-02T03:04:07.6000000+00:00")]),
            Element("Results", [], tests.Select(Result)),
            Element("ResultSummary", [("outcome", outcome)], outcome == "Completed" ? null : Element("RunInfos", [], crash))
        );
        new XDocument(run).Save(Path.Combine(folder, project + ".trx"));
    }

    /// <summary>Notes that a project was asked for its tests.</summary>
    public static void Ask(string folder, string project) => TemporaryFolder.Write(folder, project + ".asked", "");

    private static XElement Result((string Test, string Outcome, string? Message) test)
    {
        var output = test.Message is null ? null : Element("Output", [], Element("ErrorInfo", [], Element("Message", [], test.Message)));
        return Element("UnitTestResult", [("testName", test.Test), ("outcome", test.Outcome)], output);
    }

    private static XElement Element(string name, (string Name, string Value)[] attributes, params object?[] content) =>
        new(Trx + name, attributes.Select(a => new XAttribute(a.Name, a.Value)), content);
}
