namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>How much is examined: the one place that knows of the nightly run, which sets MESHSTACK_NIGHTLY to 1.</summary>
internal static class Examined
{
    private static readonly bool IsNightly = Environment.GetEnvironmentVariable("MESHSTACK_NIGHTLY") == "1";

    /// <summary>Walks through a stack's life.</summary>
    public static int Walks { get; } = IsNightly ? 100_000 : 1_000;
}
