using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology;

/// <summary>Reads the files of a cluster's folder as kubectl does: what is no manifest is passed by, and said.</summary>
internal sealed class FolderDocuments(string cluster, Func<string, string> relative, List<ManifestProblem> problems)
{
    private readonly List<Finding> _notes = [];

    /// <summary>What was passed by.</summary>
    public IReadOnlyList<Finding> Notes => _notes;

    /// <summary>The objects of a file, in its order.</summary>
    public IReadOnlyList<Manifest> Read(string file)
    {
        var (text, name) = ("", relative(file));
        try
        {
            text = TextFile.Read(file, name);
        }
        catch (ManifestFormatException exception)
        {
            problems.AddRange(exception.Problems);
            return [];
        }

        var reader = new ManifestReader(name, cluster);
        reader.Read(text);
        var broken = reader.Broken.Concat(reader.Strays.Where(IsObject).Select(stray => stray.Problem)).ToArray();
        if (broken.Length > 0 && TemplateLine(text) is { } line)
        {
            problems.Add(
                new(new SourceLocation(name, line), "This looks like a Helm template that is not rendered; helm template renders it.")
            );
            return [];
        }

        problems.AddRange(broken.OrderBy(problem => problem.Location.Line));
        problems.AddRange(reader.Manifests.Where(manifest => !IsDeletion(manifest)).SelectMany(ManifestShapes.Check));
        foreach (var stray in reader.Strays.Where(stray => !IsObject(stray)))
        {
            Pass(stray.Problem.Location, $"It is not read: {stray.Problem.Message}");
        }

        return reader.Manifests;
    }

    /// <summary>Says of a whole file that it is passed by.</summary>
    public void Pass(string file, string why) => Pass(new SourceLocation(relative(file), 1), why);

    /// <summary>What a patch is that takes its object away.</summary>
    public static bool IsDeletion(Manifest manifest) => manifest.Body.At("$patch") is "delete";

    /// <summary>What is said of an object that a patch takes away.</summary>
    public static Finding TakenAway(string cluster, Manifest manifest, string by) =>
        new(
            Severity.Info,
            ReadingCodes.ObjectTakenAway,
            cluster,
            manifest.Reference,
            "",
            $"It does not count: {by} takes it away ($patch: delete).",
            manifest.Source
        );

    private void Pass(SourceLocation location, string why) =>
        _notes.Add(new(Severity.Warning, ReadingCodes.DocumentPassedBy, cluster, "", "", why, location));

    // An object of the kinds that answers depend on is one all the same, and wrong.
    private static bool IsObject(StrayDocument stray) =>
        stray is { ApiVersion: { } version, Kind: { Length: > 0 } }
        && (
            !version.Contains('/', StringComparison.Ordinal)
            || version.Contains(".istio.io/", StringComparison.Ordinal)
            || version.StartsWith("apps/", StringComparison.Ordinal)
            || version.StartsWith($"{GatewayApiKinds.Group}/", StringComparison.Ordinal)
        );

    private static int? TemplateLine(string text)
    {
        var start = text.IndexOf("{{", StringComparison.Ordinal);
        return start < 0 || text.IndexOf("}}", start, StringComparison.Ordinal) < 0 ? null : text.AsSpan(0, start).Count('\n') + 1;
    }
}
