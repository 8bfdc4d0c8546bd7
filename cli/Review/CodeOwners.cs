using Microsoft.Extensions.FileSystemGlobbing;

namespace MeshStack.Cli.Review;

/// <summary>Who owns which files, by a CODEOWNERS file.</summary>
/// <remarks>Source: "About code owners" of GitHub's documentation, docs.github.com, under repositories.</remarks>
internal sealed class CodeOwners
{
    private readonly IReadOnlyList<(Matcher Files, IReadOnlyList<string> Owners)> _rules;

    private CodeOwners(IReadOnlyList<(Matcher Files, IReadOnlyList<string> Owners)> rules) => _rules = rules;

    /// <summary>Where it may stand, from the root of the repository: the first that is there counts.</summary>
    public static IReadOnlyList<string> Places { get; } = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    /// <summary>Nobody owns anything.</summary>
    public static CodeOwners None { get; } = new([]);

    public static CodeOwners Read(string text) =>
        new([
            .. text.Split('\n')
                .Select(line => line.Split('#')[0].Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words.Length > 0 && words[0][0] is not ('[' or '^' or '!') && !words[0].Split('/').Contains(".."))
                .Select(words => (Files(words[0]), (IReadOnlyList<string>)words[1..])),
        ]);

    /// <summary>The owners of a file, which the last pattern that matches it names.</summary>
    /// <param name="file">Its path from the root of the repository.</param>
    public IReadOnlyList<string> Of(string file) => _rules.LastOrDefault(rule => rule.Files.Match(file).HasMatches).Owners ?? [];

    // As of gitignore: with a slash in it a pattern begins at the root; a folder is all that is in it, but for what a wildcard names.
    private static Matcher Files(string pattern)
    {
        Matcher files = new(StringComparison.Ordinal);
        var path = pattern.Trim('/');
        var isRooted = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        var from = isRooted ? path : $"**/{path}";
        if (path.Length == 0)
        {
            return files;
        }

        if (!pattern.EndsWith('/'))
        {
            files.AddInclude(from);
        }

        if (pattern.EndsWith('/') || !path.Split('/')[^1].Contains('*', StringComparison.Ordinal))
        {
            files.AddInclude($"{from}/**");
        }

        return files;
    }
}
