namespace MeshStack.Cli.Questions;

/// <summary>The name of a claim: as a path, or in the brackets that policies write.</summary>
internal static class ClaimName
{
    /// <summary>The path, each part behind a slash, or what is wrong with the name.</summary>
    public static (string Path, string? Problem) Read(string name)
    {
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
        {
            // A URL is one name; any other dot may part two of them, or be part of one.
            return name.Contains('.', StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal)
                    ? (
                        name,
                        $"'{name}' may be two things: say {name.Replace('.', '/')} for a claim within another one, or [{name}] for one "
                            + "name with a dot"
                    )
                : name.Contains(']', StringComparison.Ordinal) ? (name, NotAName(name))
                : (name, null);
        }

        var parts = name.EndsWith(']') ? name[(bracket + 1)..^1].Split("][") : [""];
        return parts.Any(p => p.Length == 0 || p.AsSpan().ContainsAny('[', ']'))
            ? (name, NotAName(name))
            : (string.Join('/', bracket == 0 ? parts : [name[..bracket], .. parts]), null);
    }

    private static string NotAName(string name) =>
        $"'{name}' is not the name of a claim; allowed: roles, realm_access/roles, realm_access[roles]";
}
