namespace MeshStack;

/// <summary>Keeps components from saying again what their caller has said already, with more to say about the place.</summary>
internal static class ReportedProblems
{
    private static readonly AsyncLocal<int> Depth = new();

    /// <summary>Whether warnings of args are somebody else's to report.</summary>
    public static bool AreSilenced => Depth.Value > 0;

    /// <summary>Silences the warnings of args, until what is returned is disposed; errors stay errors.</summary>
    public static IDisposable Silence()
    {
        Depth.Value++;
        return new Scope();
    }

    private sealed class Scope : IDisposable
    {
        public void Dispose() => Depth.Value--;
    }
}
