namespace MeshStack.Definition;

/// <summary>Reads a document of kind Invariants.</summary>
internal static class InvariantsReader
{
    public const string Kind = "Invariants";

    public static IReadOnlyList<InvariantText> Read(ObjectReader reader)
    {
        List<InvariantText> found =
        [
            .. List(reader, "never", InvariantKind.Never),
            .. List(reader, "always", InvariantKind.Always),
            .. List(reader, "only", InvariantKind.Only),
        ];
        reader.Finish();
        if (found.Count == 0)
        {
            reader.Problems.Error(reader.Location, "", "says nothing: never, always or only is required");
        }

        return found;
    }

    private static List<InvariantText> List(ObjectReader reader, string list, InvariantKind kind)
        => reader.Objects(list).Select((item, i) => Item(item, FormattableString.Invariant($"{list}[{i}]"), kind)).ToList();

    private static InvariantText Item(ObjectReader reader, string where, InvariantKind kind)
    {
        var isAlways = kind == InvariantKind.Always;
        List<(string Path, string Text)> from = kind == InvariantKind.Only
            ? [.. reader.Texts("from").Select((t, i) => (FormattableString.Invariant($"{where}.from[{i}]"), t))]
            : [($"{where}.from", reader.Required("from"))];
        if (from.Count == 0 && !reader.Has("from"))
        {
            reader.Problems.Error(reader.Location, $"{where}.from", "required: the callers, [] for nobody");
        }

        var to = reader.Required("to");
        var method = kind == InvariantKind.Only ? null : reader.Text("method");
        var path = kind == InvariantKind.Only ? null : reader.Text("path");
        reader.Finish();
        foreach (var (key, value) in new[] { ("method", method), ("path", path) })
        {
            if (isAlways && value == null && !reader.Has(key))
            {
                reader.Problems.Error(reader.Location, $"{where}.{key}", "required: always names one request");
            }
        }

        Check(reader, where, path, isAlways);
        return new(kind, reader.Location, where, reader.Lines, from, to, method, path);
    }

    private static void Check(ObjectReader reader, string where, string? path, bool isAlways)
    {
        if (path != null && (isAlways ? !path.StartsWith('/') || path.Contains('*', StringComparison.Ordinal) : path.Length == 0 || path[0] is not ('/' or '*')))
        {
            reader.Problems.Error(reader.Lines.Find($"{where}.path"), $"{where}.path", isAlways
                ? $"'{path}' is not a path: it begins with '/', and always names one request, without '*'"
                : $"'{path}' matches no path: paths begin with '/', or with '*' for a suffix");
        }
    }
}
