namespace MeshStack.Definition.Planning;

/// <summary>What has another name now than in the stack.</summary>
internal static class Renames
{
    /// <summary>What is wrong with former names: one that somebody still has, or that two claim.</summary>
    /// <param name="named">All that could be meant, with its name and the one that it had.</param>
    /// <returns>Whose former name cannot be, and why.</returns>
    public static IEnumerable<(T Of, string Message)> Problems<T>(IReadOnlyList<(T Of, string Name, string? From)> named)
    {
        var names = named.Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        var claimed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (of, name, given) in named)
        {
            if (given is not { } from)
            {
                continue;
            }

            if (from == name)
            {
                yield return (of, $"'{from}' is the name that it has: remove renamedFrom");
            }
            else if (names.Contains(from))
            {
                yield return (of, $"'{from}' is still there, under that name: remove renamedFrom, or what is there");
            }
            else if (!claimed.TryAdd(from, name))
            {
                yield return (of, $"'{from}' cannot have become both {claimed[from]} and {name}: remove renamedFrom from one of them");
            }
        }
    }
}
