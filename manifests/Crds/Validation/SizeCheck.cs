namespace MeshStack.Manifests;

/// <summary>Least and greatest numbers of characters, items and fields.</summary>
internal sealed class SizeCheck(string what, long least, long most, Func<object, long?> measure) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(StructuralSchema schema)
    {
        (string What, long? Least, long? Most, Func<object, long?> Measure)[] limits =
        [
            ("character", schema.MinLength, schema.MaxLength, value => value is string text ? Characters(text) : null),
            ("item", schema.MinItems, schema.MaxItems, value => (value as IReadOnlyList<object?>)?.Count),
            (
                "entry",
                schema.MinProperties,
                schema.MaxProperties,
                value => value is IReadOnlyDictionary<string, object?> map ? Entries(map) : null
            ),
        ];
        return from limit in limits
            where limit.Least is not null || limit.Most is not null
            select new SizeCheck(limit.What, limit.Least ?? 0, limit.Most ?? long.MaxValue, limit.Measure);
    }

    public void Validate(object value, SchemaErrors errors)
    {
        if (measure(value) is not { } size || (size >= least && size <= most))
        {
            return;
        }

        errors.Add(
            SchemaRules.Value,
            size < least
                ? $"has {Counted(size)}; at least {Counted(least)} must be given"
                : $"has {Counted(size)}; allowed: at most {Counted(most)}"
        );
    }

    // Characters of Unicode, as Go counts them.
    private static long Characters(string text)
    {
        var characters = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            characters++;
        }

        return characters;
    }

    // The API server drops nulls before it counts.
    private static int Entries(IReadOnlyDictionary<string, object?> map)
    {
        var entries = 0;
        foreach (var value in map.Values)
        {
            entries += value is null ? 0 : 1;
        }

        return entries;
    }

    private string Counted(long count) =>
        (count, what) switch
        {
            (1, _) => $"1 {what}",
            (_, "entry") => FormattableString.Invariant($"{count} entries"),
            _ => FormattableString.Invariant($"{count} {what}s"),
        };
}
