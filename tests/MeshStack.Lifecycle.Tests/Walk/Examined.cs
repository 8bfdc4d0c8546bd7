using System.Globalization;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>How much is examined: the one place that knows of the nightly run, which sets MESHSTACK_NIGHTLY to 1, and of
/// MESHSTACK_WALKS, which asks for walks by their numbers (<c>5856,10000-11999</c>).</summary>
internal static class Examined
{
    private static readonly string? Asked = Environment.GetEnvironmentVariable("MESHSTACK_WALKS");
    private static readonly bool IsNightly = Environment.GetEnvironmentVariable("MESHSTACK_NIGHTLY") == "1";

    /// <summary>Whether there are enough walks, and none picked, for everything to happen in them.</summary>
    public static bool IsWhole => string.IsNullOrEmpty(Asked);

    /// <summary>Walks through a stack's life.</summary>
    public static IReadOnlyList<int> Walks { get; } =
        IsWhole ? [.. Enumerable.Range(0, IsNightly ? 100_000 : 1_000)] : [.. Asked!.Split(',').SelectMany(Range)];

    private static IEnumerable<int> Range(string range)
    {
        var ends = range.Split('-');
        var (first, last) = (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture));
        return Enumerable.Range(first, last - first + 1);
    }
}
