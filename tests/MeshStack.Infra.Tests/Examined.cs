namespace MeshStack.Infra.Tests;

/// <summary>How much is examined: the one place that knows of the nightly run, which sets MESHSTACK_NIGHTLY to 1.</summary>
internal static class Examined
{
    /// <summary>Random definitions of a property.</summary>
    public static int Definitions { get; } = Environment.GetEnvironmentVariable("MESHSTACK_NIGHTLY") == "1" ? 5_000 : 50;
}
