using System.Collections;
using System.Globalization;

namespace MeshStack.Preview.Changes;

/// <summary>What differs between two values of an object. The items of lists are matched by what they say: one that is put in front is one
/// difference.</summary>
internal sealed class TreeDifferences
{
    private readonly List<FieldDifference> _found = [];

    /// <summary>The fields that differ, in the order of their paths.</summary>
    public static IReadOnlyList<FieldDifference> Between(string path, object? before, object? after)
    {
        var differences = new TreeDifferences();
        differences.Compare(path, before, after);
        return differences._found;
    }

    private void Compare(string path, object? before, object? after)
    {
        switch (before, after)
        {
            case (IReadOnlyDictionary<string, object?> was, IReadOnlyDictionary<string, object?> now):
                foreach (var key in was.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
                {
                    Entry(FieldPath.Append(path, key), was, now, key);
                }

                break;
            case (string was, string now):
                Texts(path, was, now);
                break;
            case (IEnumerable was, IEnumerable now)
                when before is not (string or IReadOnlyDictionary<string, object?>)
                    && after is not (string or IReadOnlyDictionary<string, object?>):
                Items([.. was.Cast<object?>()], [.. now.Cast<object?>()], index => At(path, index));
                break;
            default:
                if (ValueJson.Of(before) != ValueJson.Of(after))
                {
                    Found(path, ValueText.Of(before), ValueText.Of(after));
                }

                break;
        }
    }

    private void Entry(string path, IReadOnlyDictionary<string, object?> before, IReadOnlyDictionary<string, object?> after, string key)
    {
        var (isOld, isNew) = (before.TryGetValue(key, out var old), after.TryGetValue(key, out var value));
        if (isOld && isNew)
        {
            Compare(path, old, value);
        }
        else
        {
            Found(path, isOld ? ValueText.Of(old) : null, isNew ? ValueText.Of(value) : null);
        }
    }

    // A text of several lines is a file in a field: of it the lines differ.
    private void Texts(string path, string before, string after)
    {
        if (before == after)
        {
            return;
        }

        if (before.Contains('\n', StringComparison.Ordinal) && after.Contains('\n', StringComparison.Ordinal))
        {
            Items(before.Split('\n'), after.Split('\n'), index => string.Create(CultureInfo.InvariantCulture, $"{path} line {index + 1}"));
        }
        else
        {
            Found(path, ValueText.Of(before), ValueText.Of(after));
        }
    }

    private void Items(object?[] before, object?[] after, Func<int, string> at)
    {
        if (ItemMatches.Between(before, after) is not { } matches)
        {
            Found(at(0), Count(before), Count(after));
            return;
        }

        foreach (var (was, now) in matches)
        {
            if (was is { } old && now is { } index)
            {
                if (ItemMatches.IsSame(before[old], after[index]))
                {
                    Found(at(index), string.Create(CultureInfo.InvariantCulture, $"(the same, at {old})"), ValueText.Of(after[index]));
                }
                else
                {
                    Compare(at(index), before[old], after[index]);
                }
            }
            else
            {
                Found(
                    at(now ?? was!.Value),
                    was is { } gone ? ValueText.Of(before[gone]) : null,
                    now is { } added ? ValueText.Of(after[added]) : null
                );
            }
        }
    }

    private static string Count(object?[] items) => string.Create(CultureInfo.InvariantCulture, $"({items.Length} items)");

    private static string At(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    // Next to a secret even a public text may be one: it was the secret before, or will be.
    private void Found(string path, string? before, string? after)
    {
        var isSecret =
            before?.Contains(SecretMask.Text, StringComparison.Ordinal) == true
            || after?.Contains(SecretMask.Text, StringComparison.Ordinal) == true;
        var found = new FieldDifference(path, before, after);
        _found.Add(isSecret ? found.Hidden() : found);
    }
}
