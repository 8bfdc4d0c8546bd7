namespace MeshStack.Analysis.Tests;

/// <summary>How much the properties examine: the one place that knows of the nightly run, which sets MESHSTACK_NIGHTLY to 1.</summary>
internal static class Examined
{
    private static readonly bool IsNightly = Environment.GetEnvironmentVariable("MESHSTACK_NIGHTLY") == "1";

    /// <summary>Random meshes of a property.</summary>
    public static int Meshes { get; } = IsNightly ? 100_000 : 2_000;

    /// <summary>Random requests that are refused.</summary>
    public static int Refusals { get; } = IsNightly ? 20_000 : 200;

    /// <summary>Random sets, texts or requests of a property.</summary>
    public static int Cases { get; } = IsNightly ? 100_000 : 2_000;
}
