using MeshStack.Cli.Commands;
using MeshStack.Preview.Changes;

namespace MeshStack.Cli.Reports;

/// <summary>Changes of objects, in lines.</summary>
internal static class ObjectChangeText
{
    private const int WidestValue = 120;

    /// <summary>How many there are per cluster: <c>cluster01 +3 ~2 -1</c>.</summary>
    public static string Summary(IEnumerable<ObjectChange> changes) =>
        string.Join(
            ", ",
            changes
                .GroupBy(change => change.Cluster, StringComparer.Ordinal)
                .OrderBy(cluster => cluster.Key, StringComparer.Ordinal)
                .Select(cluster => cluster.Key + string.Concat(Marks.Select(mark => Counted(cluster, mark.Kinds, mark.Mark))))
        );

    /// <summary>The change, and a line for each field that differs.</summary>
    public static IEnumerable<string> Lines(ObjectChange change)
    {
        var source = change.Source is { } at ? FormattableString.Invariant($"  {at.File}:{at.Line}") : "";
        var renamed = change.Former is { } former ? $" (was {former}; it is made anew)" : "";
        yield return PlainWriter.Line($"{Mark(change.Kind)} {change.Object}{renamed}{source}");
        foreach (var field in change.Fields)
        {
            yield return "    " + PlainWriter.Line(Of(field));
        }
    }

    /// <summary>A field, old → new.</summary>
    public static string Of(FieldDifference field) =>
        field switch
        {
            { Before: null } => $"{field.Path}: + {Short(field.After!, 0)}",
            { After: null } => $"{field.Path}: - {Short(field.Before, 0)}",
            _ => Changed(field.Path, field.Before, field.After),
        };

    private static readonly (string Mark, ObjectChangeKind[] Kinds)[] Marks =
    [
        ("+", [ObjectChangeKind.Added]),
        ("~", [ObjectChangeKind.Changed, ObjectChangeKind.Renamed]),
        ("-", [ObjectChangeKind.Removed]),
    ];

    private static string Mark(ObjectChangeKind kind) => Marks.First(mark => mark.Kinds.Contains(kind)).Mark;

    private static string Counted(IEnumerable<ObjectChange> changes, ObjectChangeKind[] kinds, string mark) =>
        changes.Count(change => kinds.Contains(change.Kind)) is > 0 and var count ? FormattableString.Invariant($" {mark}{count}") : "";

    private static string Changed(string path, string before, string after)
    {
        var same = before.AsSpan().CommonPrefixLength(after);
        return $"{path}: {Short(before, same)} → {Short(after, same)}";
    }

    // Of what is long the part is shown that differs.
    private static string Short(string text, int same)
    {
        var from = text.Length > WidestValue && same > WidestValue / 2 ? same - (WidestValue / 4) : 0;
        var shown = text.AsSpan(from);
        return shown.Length > WidestValue ? $"{(from > 0 ? "…" : "")}{shown[..(WidestValue - 1)]}…" : $"{(from > 0 ? "…" : "")}{shown}";
    }
}
