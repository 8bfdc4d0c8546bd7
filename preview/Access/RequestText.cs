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

    /// <summary>The first lines, each cut between words where it is wider than is said, and how many there are more.</summary>
    public static IReadOnlyList<string> Shortened(IReadOnlyList<string> lines, int most, int widest)
    {
        IEnumerable<string> shown = lines.Count > most + 1 ? lines.Take(most) : lines;
        return
        [
            .. shown.Select(line => Cut(line, widest)),
            .. lines.Count > most + 1 ? [FormattableString.Invariant($"… and {lines.Count - most} more")] : Array.Empty<string>(),
        ];
    }

    // Half a path is another one, so that the first is whole however long it is.
    private static string Cut(string line, int widest)
    {
        if (line.Length <= widest)
        {
            return line;
        }

        var path = line.IndexOf('/', StringComparison.Ordinal);
        var least = line.IndexOf(' ', Math.Max(path, 0));
        var end = Math.Max(least, line.LastIndexOf(' ', widest - 2));
        return least < 0 ? line : $"{line[..end]} …";
    }
}
