using MeshStack.Analysis.Config.Mesh;

namespace MeshStack.Analysis.Config.Masks;

/// <summary>The masks of one object that answers may depend on.</summary>
internal sealed class MaskedObject
{
    private readonly List<(string[] Steps, MaskEffect Effect, Unreadable Why)> _masks = [];

    private MaskedObject() { }

    /// <summary>The first mask that leaves nothing of the object known; null where there is none.</summary>
    public Unreadable? Unread => _masks.Find(mask => mask.Effect == MaskEffect.Unread).Why;

    /// <summary>The masks of an object, or null where no answer depends on any.</summary>
    public static MaskedObject? From(Manifest manifest) =>
        Mask.IsWithin(manifest.Body)
            ? From(Field.From(manifest.Body), MaskedKinds.RulesOf(manifest), path => Unreadable.From(manifest, path))
            : null;

    /// <summary>An object of which nothing counts as known, for another reason than masks, which lies in a part of it.</summary>
    public static MaskedObject As(Unreadable why, string path)
    {
        MaskedObject whole = new();
        whole._masks.Add((MaskRules.Split(path), MaskEffect.Unread, why));
        return whole;
    }

    /// <summary>The masks of a release's values, or null where no answer depends on any.</summary>
    public static MaskedObject? From(ChartRelease release) =>
        Mask.IsWithin(release.Values) && MaskedKinds.RulesOf(release) is { } rules
            ? From(Field.From(release.Values), rules, path => Unreadable.From(release, $"values.{path}"))
            : null;

    /// <summary>The first mask in a part of an object by rules for that part, or null where no answer depends on any.</summary>
    public static Unreadable? Within(Field part, MaskRules rules, Manifest manifest) =>
        Mask.IsWithin(part.Value) ? From(part, rules, path => Unreadable.From(manifest, path))?.Unread : null;

    /// <summary>The first mask at, above or below one of the paths.</summary>
    public Unreadable? Hiding(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            var steps = MaskRules.Split(path);
            if (_masks.Find(mask => MaskRules.Covers(mask.Steps, steps) || MaskRules.Covers(steps, mask.Steps)).Why is { } why)
            {
                return why;
            }
        }

        return null;
    }

    /// <summary>The first mask that leaves nothing of the object known but for what is below the paths.</summary>
    public Unreadable? UnreadBut(params string[] paths)
    {
        string[][] below = [.. paths.Select(MaskRules.Split)];
        return _masks.Find(mask => mask.Effect == MaskEffect.Unread && !below.Any(path => MaskRules.Covers(path, mask.Steps))).Why;
    }

    /// <summary>The keys below a path whose values are hidden, and whether others may be there that nobody can see.</summary>
    public (IReadOnlyList<string> Keys, bool IsOpen) HiddenKeys(string path)
    {
        var steps = MaskRules.Split(path);
        return (
            [
                .. _masks
                    .Where(mask => mask.Steps.Length > steps.Length && MaskRules.Covers(steps, mask.Steps))
                    .Select(mask => mask.Steps[steps.Length])
                    .Distinct(StringComparer.Ordinal),
            ],
            _masks.Exists(mask => MaskRules.Covers(mask.Steps, steps))
        );
    }

    private static MaskedObject? From(Field body, MaskRules rules, Func<string, Unreadable> why)
    {
        MaskedObject found = new();
        found.Add(body, [], rules, why);
        return found._masks.Count > 0 ? found : null;
    }

    private void Add(Field field, string[] steps, MaskRules rules, Func<string, Unreadable> why)
    {
        if (Mask.IsIn(field.Text))
        {
            Add(steps, field.Path, rules, why);
        }

        foreach (var item in field.Items.Where(item => Mask.IsWithin(item.Value)))
        {
            Add(item, [.. steps, "[]"], rules, why);
        }

        foreach (var entry in field.Entries)
        {
            // A key that nobody can read may be any.
            if (Mask.IsIn(entry.Name))
            {
                Add(steps, entry.Path, rules, why);
            }
            else if (Mask.IsWithin(entry.Value))
            {
                Add(entry, [.. steps, entry.Name], rules, why);
            }
        }
    }

    private void Add(string[] steps, string path, MaskRules rules, Func<string, Unreadable> why)
    {
        if (rules.EffectOf(steps) is not MaskEffect.None and var effect)
        {
            _masks.Add((steps, effect, why(path)));
        }
    }
}
