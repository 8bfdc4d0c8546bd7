using MeshStack.Manifests;

namespace MeshStack.Cli.Questions;

/// <summary>The known names of several parts that a wrong one may mean: no more than one reads at a glance.</summary>
/// <param name="separator">What stands between the parts.</param>
internal sealed class NearestNames(char separator)
{
    private const int MostNames = 3;

    // Parts are short, and many of them are nearly alike.
    private const int MostRight = 4;

    /// <summary>The nearest names, or where none is near some of those that there are.</summary>
    public string Suggest(string given, IEnumerable<string> known)
    {
        string[] names = [.. known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return Nearest(given, names) is { Length: > 0 } nearest ? nearest
            : names.Length == 0 ? ""
            : names.Length <= MostNames ? $"; allowed: {string.Join(", ", names)}"
            : FormattableString.Invariant($"; allowed: {string.Join(", ", names.Take(MostNames))} and {names.Length - MostNames} more");
    }

    /// <summary>The nearest names as a question; empty where none is near.</summary>
    public string Nearest(string given, IReadOnlyList<string> names)
    {
        string[] found = [.. Find(given, names).Take(MostNames)];
        return found.Length switch
        {
            0 => "",
            1 => $"; did you mean {found[0]}?",
            _ => $"; did you mean {string.Join(", ", found[..^1])} or {found[^1]}?",
        };
    }

    // Some parts of a name are the likeliest to be meant, then a name that is spelt nearly so, then one of which some parts are.
    private IEnumerable<string> Find(string given, IReadOnlyList<string> names)
    {
        string[] parts = given.Split(separator);
        string[] within = [.. With(parts, names)];
        return within.Length > 0 ? within
            : Spelling.Find(given, names) is { } nearest ? [nearest]
            : Spelling.Find(given, Runs(names, parts.Length), Math.Max(1, given.Length / MostRight)) is { } run
                ? With(run.Split(separator), names)
            : [];
    }

    private IEnumerable<string> With(string[] parts, IReadOnlyList<string> names) =>
        names
            .Select(name => (Name: name, At: FirstOf(parts, name.Split(separator))))
            .Where(one => one.At >= 0)
            .OrderBy(one => one.At)
            .ThenBy(one => one.Name.Length)
            .Select(one => one.Name);

    // Where the first of them stands, if all of them are there in their order.
    private static int FirstOf(string[] parts, string[] all)
    {
        var (first, next) = (-1, 0);
        for (var i = 0; i < all.Length && next < parts.Length; i++)
        {
            if (string.Equals(all[i], parts[next], StringComparison.OrdinalIgnoreCase))
            {
                (first, next) = (next == 0 ? i : first, next + 1);
            }
        }

        return next == parts.Length ? first : -1;
    }

    private string[] Runs(IReadOnlyList<string> names, int length) =>
        [
            .. names
                .Select(name => name.Split(separator))
                .SelectMany(parts =>
                    Enumerable.Range(0, Math.Max(0, parts.Length - length + 1)).Select(i => string.Join(separator, parts[i..(i + length)]))
                )
                .Distinct(StringComparer.Ordinal),
        ];
}
