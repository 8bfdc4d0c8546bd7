namespace MeshStack.Analysis.Config.Masks;

/// <summary>What masks in the fields of one kind of object mean.</summary>
/// <remarks>
/// Paths are keys with spaces in between, <c>[]</c> for every item of a list and <c>*</c> for every key. Of the paths that cover a field
/// the longest counts, and names before wildcards.
/// </remarks>
internal sealed class MaskRules
{
    private readonly MaskEffect _byDefault;
    private readonly (string[] Steps, MaskEffect Effect)[] _rules;

    /// <param name="byDefault">What a mask in any other field means.</param>
    /// <param name="rules">The rules.</param>
    public MaskRules(MaskEffect byDefault, params IEnumerable<IEnumerable<(string Path, MaskEffect Effect)>> rules)
    {
        _byDefault = byDefault;
        _rules =
        [
            .. rules
                .SelectMany(some => some)
                .Select(rule => (Steps: Split(rule.Path), rule.Effect))
                .OrderByDescending(rule => rule.Steps.Length)
                .ThenBy(rule => rule.Steps.Count(step => step == "*")),
        ];
    }

    /// <summary>Fields that no answer depends on.</summary>
    public static IEnumerable<(string Path, MaskEffect Effect)> None(params IEnumerable<string> paths) =>
        paths.Select(path => (path, MaskEffect.None));

    /// <summary>Fields whose masks make matches unknown.</summary>
    public static IEnumerable<(string Path, MaskEffect Effect)> Matched(params IEnumerable<string> paths) =>
        paths.Select(path => (path, MaskEffect.Matched));

    /// <summary>Fields whose masks leave nothing of the object known.</summary>
    public static IEnumerable<(string Path, MaskEffect Effect)> Unread(params IEnumerable<string> paths) =>
        paths.Select(path => (path, MaskEffect.Unread));

    public static string[] Split(string path) => path.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True where a path is the other one, or above it.</summary>
    public static bool Covers(IReadOnlyList<string> above, IReadOnlyList<string> path)
    {
        if (above.Count > path.Count)
        {
            return false;
        }

        for (var index = 0; index < above.Count; index++)
        {
            if (above[index] != path[index] && above[index] != "*" && path[index] != "*")
            {
                return false;
            }
        }

        return true;
    }

    public MaskEffect EffectOf(IReadOnlyList<string> path)
    {
        var closest = Array.FindIndex(_rules, rule => Covers(rule.Steps, path));
        var effect = closest < 0 ? _byDefault : _rules[closest].Effect;

        // In place of a list or an object it hides what is inside as well.
        return effect == MaskEffect.None && Array.Exists(_rules, rule => IsBelow(rule, path)) ? MaskEffect.Unread : effect;
    }

    private static bool IsBelow((string[] Steps, MaskEffect Effect) rule, IReadOnlyList<string> path) =>
        rule.Effect != MaskEffect.None && rule.Steps.Length > path.Count && Covers(path, rule.Steps);
}
