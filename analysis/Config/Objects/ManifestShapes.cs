using MeshStack.Analysis.Config.Masks;

namespace MeshStack.Analysis.Config.Objects;

/// <summary>What the API server refuses about the fields that the evaluation reads; read as they are, they would be silence.</summary>
internal static class ManifestShapes
{
    public static IEnumerable<ManifestProblem> Check(Manifest manifest)
    {
        if (manifest.Source is not { } source || !IsChecked(manifest))
        {
            yield break;
        }

        var body = Field.From(manifest.Body);
        foreach (var row in ExpectedShape.ByKind[manifest.Kind])
        {
            foreach (var field in At(body, row.Path.Split('.')).Where(field => field.Exists && !IsOpen(field)))
            {
                if (WhyNot(field, row.Shape) is { } why)
                {
                    yield return new(source, $"{manifest.Reference}: {field.Path} {why}.");
                }
                else
                {
                    foreach (var unknown in row.Known is null ? [] : field.Entries.Where(entry => !row.Known.Contains(entry.Name)))
                    {
                        yield return new(
                            source,
                            $"{manifest.Reference}: {unknown.Path} is not known{Spelling.Suggest(unknown.Name, row.Known!)}."
                        );
                    }
                }
            }
        }
    }

    private static bool IsChecked(Manifest manifest) => manifest.Group is "" or "apps" or "networking.istio.io" or "security.istio.io";

    // What only a real run knows stands for any shape, and so does a mask.
    private static bool IsOpen(Field field) => field.Text is { } text && (Placeholder.IsIn(text) || Mask.IsIn(text));

    private static IEnumerable<Field> At(Field field, ReadOnlyMemory<string> path)
    {
        if (path.IsEmpty)
        {
            return [field];
        }

        var step = path.Span[0];
        return step.EndsWith("[]", StringComparison.Ordinal)
            ? field[step[..^2]].Items.SelectMany(item => At(item, path[1..]))
            : At(field[step], path[1..]);
    }

    private static string? WhyNot(Field field, ManifestShape shape) =>
        shape switch
        {
            ManifestShape.Text => field.Value is string ? null : $"is {Given(field)}, and has to be a text",
            ManifestShape.Integer => field.Integer is not null ? null : $"is {Given(field)}, and has to be a whole number",
            ManifestShape.Object => field.Value is IReadOnlyDictionary<string, object?>
                ? null
                : $"is {Given(field)}, and has to be an object",
            ManifestShape.Objects => field.Value is not IReadOnlyList<object?> ? $"is {Given(field)}, and has to be a list"
            : field.Items.FirstOrDefault(item => item.Exists && item.Value is not IReadOnlyDictionary<string, object?> && !IsOpen(item))
                is { } item
                ? $"has {Given(item)}, and has to be a list of objects"
            : null,
            _ => field.Value is not IReadOnlyList<object?> ? $"is {Given(field)}, and has to be a list of texts"
            : field.Items.FirstOrDefault(item => item.Value is not string) is { } item ? $"has {Given(item)}, and has to be a list of texts"
            : null,
        };

    private static string Given(Field field) =>
        field.Value switch
        {
            string text => $"the text \"{text}\"",
            null => "nothing",
            IReadOnlyList<object?> => "a list",
            IReadOnlyDictionary<string, object?> => "an object",
            _ => $"the value {field.Scalar() ?? "of another kind"}",
        };
}
