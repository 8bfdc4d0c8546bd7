using MeshStack.Analysis.Sets;

namespace MeshStack.Preview.Access;

/// <summary>A set of requests in a few words.</summary>
internal static class RequestText
{
    private const int MostLines = 3;

    private const int Widest = 80;

    /// <summary>The set as <c>access</c> shows it, shortened where it is long.</summary>
    public static string Of(RequestSet requests, bool isHttp) => string.Join(" or ", Shortened(Lines(requests, isHttp), MostLines, Widest));

    /// <summary>The set as <c>access</c> shows it, a line for each way to ask; none where it is empty.</summary>
    public static IReadOnlyList<string> Lines(RequestSet requests, bool isHttp) =>
        requests.IsEmpty ? []
        : isHttp ? requests.Lines()
        : ["connections"];

    /// <summary>The first lines, each no wider than is said, and how many there are more.</summary>
    public static IReadOnlyList<string> Shortened(IReadOnlyList<string> lines, int most, int widest)
    {
        IEnumerable<string> shown = lines.Count > most + 1 ? lines.Take(most) : lines;
        return
        [
            .. shown.Select(line => line.Length > widest ? line[..(widest - 1)] + "…" : line),
            .. lines.Count > most + 1 ? [FormattableString.Invariant($"… and {lines.Count - most} more")] : Array.Empty<string>(),
        ];
    }
}
