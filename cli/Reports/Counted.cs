using System.Globalization;

namespace MeshStack.Cli.Reports;

/// <summary>A number of things in words.</summary>
internal static class Counted
{
    /// <summary><c>1 cluster</c>, <c>2 clusters</c>.</summary>
    public static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
