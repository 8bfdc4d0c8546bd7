namespace MeshStack.Analysis.Access;

/// <summary>What masks in the fields of one kind of object mean; of the paths that cover a field the longest counts, and names before wildcards.</summary>
/// <remarks>Paths are keys with spaces in between, <c>[]</c> for every item of a list and <c>*</c> for every key.</remarks>
internal sealed class MaskRules
{
    private readonly MaskEffect _byDefault;
    private readonly (string[] Steps, MaskEffect Effect)[] _rules;

    /// <param name="byDefault">What a mask in any other field means.</param>
    /// <param name="rules">The rules.</param>
    public MaskRules(MaskEffect byDefault, params IEnumerable<(string Path, MaskEffect Effect)> rules) =>
        (_byDefault, _rules) = (byDefault, [.. rules.Select(rule => (Steps: Split(rule.Path), rule.Effect)).OrderByDescending(rule => rule.Steps.Length).ThenBy(rule => rule.Steps.Count(step => step == "*"))]);

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
        return effect == MaskEffect.None && _rules.Any(rule => rule.Effect != MaskEffect.None && rule.Steps.Length > path.Count && Covers(path, rule.Steps)) ? MaskEffect.Unread : effect;
    }
}
