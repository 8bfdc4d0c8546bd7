using Pulumi;

namespace MeshStack;

/// <summary>Who says what components can live with: the engine's log, unless their caller has said it already, with more to say about the
/// place.</summary>
internal static class ReportedWarnings
{
    private static readonly AsyncLocal<Action<string, Resource>?> Report = new();

    /// <summary>Says a warning about a component.</summary>
    public static void Add(string text, Resource component) => (Report.Value ?? ((said, about) => Log.Warn(said, about)))(text, component);

    /// <summary>Hands the warnings to somebody else until what is returned is disposed.</summary>
    public static IDisposable HandTo(Action<string, Resource> report)
    {
        var scope = new Scope(Report.Value);
        Report.Value = report;
        return scope;
    }

    private sealed class Scope(Action<string, Resource>? before) : IDisposable
    {
        public void Dispose() => Report.Value = before;
    }
}
