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
        differences.Compare(path, before, after, isSecret: false);
        return differences._found;
    }

    private void Compare(string path, object? before, object? after, bool isSecret)
    {
        switch (before, after)
        {
            case (IReadOnlyDictionary<string, object?> was, IReadOnlyDictionary<string, object?> now):
                foreach (var key in was.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
                {
                    Entry(
                        FieldPath.Append(path, key),
                        was,
                        now,
                        key,
                        isSecret || SecretFields.IsOf(was, key) || SecretFields.IsOf(now, key)
                    );
                }

                break;
            case (string was, string now):
                Texts(path, was, now, isSecret);
                break;
            case (IEnumerable was, IEnumerable now)
                when before is not (string or IReadOnlyDictionary<string, object?>)
                    && after is not (string or IReadOnlyDictionary<string, object?>):
                Items(path, [.. was.Cast<object?>()], [.. now.Cast<object?>()], index => At(path, index), isSecret);
                break;
            default:
                if (ValueJson.Of(before) != ValueJson.Of(after))
                {
                    Found(path, ValueText.Of(before, isSecret), ValueText.Of(after, isSecret));
                }

                break;
        }
    }

    private void Entry(
        string path,
        IReadOnlyDictionary<string, object?> before,
        IReadOnlyDictionary<string, object?> after,
        string key,
        bool isSecret
    )
    {
        var (isOld, isNew) = (before.TryGetValue(key, out var old), after.TryGetValue(key, out var value));
        if (isOld && isNew)
        {
            Compare(path, old, value, isSecret);
        }
        else
        {
            Found(path, isOld ? ValueText.Of(old, isSecret) : null, isNew ? ValueText.Of(value, isSecret) : null);
        }
    }

    // A text of several lines is a file in a field: of it the lines differ.
    private void Texts(string path, string before, string after, bool isSecret)
    {
        if (before == after)
        {
            return;
        }

        if (SecretFields.IsKey(before) || SecretFields.IsKey(after))
        {
            Found(path, SecretMask.Text, SecretMask.Text);
        }
        else if (before.Contains('\n', StringComparison.Ordinal) && after.Contains('\n', StringComparison.Ordinal))
        {
            Items(
                path,
                before.Split('\n'),
                after.Split('\n'),
                index => string.Create(CultureInfo.InvariantCulture, $"{path} line {index + 1}"),
                isSecret
            );
        }
        else
        {
            Found(path, ValueText.Of(before, isSecret), ValueText.Of(after, isSecret));
        }
    }

    private void Items(string path, object?[] before, object?[] after, Func<int, string> at, bool isSecret)
    {
        if (ItemMatches.Between(before, after) is not { } matches)
        {
            Found(path, Count(before), $"{Count(after)}, too many to tell them apart");
            return;
        }

        foreach (var (was, now) in matches)
        {
            var hides =
                isSecret || (was is { } old && SecretFields.IsOf(before, old)) || (now is { } place && SecretFields.IsOf(after, place));
            if (was is not { } from)
            {
                Found(at(now!.Value), null, ValueText.Of(after[now.Value], hides));
            }
            else if (now is not { } to)
            {
                Found(at(from), ValueText.Of(before[from], hides), null);
            }
            else if (ItemMatches.IsSame(before[from], after[to]))
            {
                Found(at(to), string.Create(CultureInfo.InvariantCulture, $"(the same, at {from})"), ValueText.Of(after[to], hides));
            }
            else
            {
                Compare(at(to), before[from], after[to], hides);
            }
        }
    }

    private static string Count(object?[] items) => string.Create(CultureInfo.InvariantCulture, $"({items.Length} items)");

    private static string At(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    // Next to a secret even a public text may be one: it was the secret before, or will be.
    private void Found(string path, string? before, string? after)
    {
        var isHidden = before == SecretMask.Text || after == SecretMask.Text;
        var found = new FieldDifference(path, before, after);
        _found.Add(isHidden ? found.Hidden() : found);
    }
}
