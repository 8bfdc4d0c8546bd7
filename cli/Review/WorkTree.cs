using MeshStack.Cli.History;
using MeshStack.Manifests;

namespace MeshStack.Cli.Review;

/// <summary>The work tree of git that a folder is in, or was.</summary>
internal sealed class WorkTree
{
    private readonly string _why;

    // What of the folder is not there any more.
    private readonly string _rest;

    private WorkTree(string folder, string rest, string why) => (Folder, _rest, _why) = (folder, rest, why);

    /// <summary>The nearest folder that is there.</summary>
    public string Folder { get; }

    /// <param name="folder">The folder.</param>
    /// <param name="why">What git is needed for.</param>
    public static WorkTree Of(string folder, string why)
    {
        var there = new DirectoryInfo(folder);
        while (!there.Exists && there.Parent is { } parent)
        {
            there = parent;
        }

        return new(there.FullName, Path.GetRelativePath(there.FullName, folder).Replace('\\', '/'), why);
    }

    /// <summary>What git answers in one line; null where it refuses.</summary>
    public async Task<string?> AskAsync(params IReadOnlyList<string> arguments) => (await Git.AskAsync(Folder, _why, arguments))?.Trim();

    /// <summary>The commit of a revision; null where there is none.</summary>
    public Task<string?> CommitAsync(string revision) =>
        AskAsync("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");

    /// <summary>The root of the repository.</summary>
    public async Task<string> RootAsync() => await AskAsync("rev-parse", "--show-toplevel") ?? Folder;

    /// <summary>The folder from the root of the repository, with a slash behind it; empty at the root.</summary>
    public async Task<string> PrefixAsync() => (await AskAsync("rev-parse", "--show-prefix") ?? "") + (_rest == "." ? "" : _rest + "/");

    /// <summary>Why there is no such revision; null where there is.</summary>
    public async Task<string?> WhyNotAsync(string revision)
    {
        if (await CommitAsync(revision) is not null)
        {
            return null;
        }

        if (await Git.ComplaintAsync(Folder, _why, "rev-parse", "--is-inside-work-tree") is { } complaint)
        {
            return $"{Folder} is in no work tree that git reads: {complaint}";
        }

        string[] known =
        [
            .. (await AskAsync("for-each-ref", "--format=%(refname:short)") ?? "").Split('\n').Where(name => name.Length > 0),
        ];
        var isShallow = await AskAsync("rev-parse", "--is-shallow-repository") == "true";
        return $"git has no revision '{revision}'{Spelling.Nearest(revision, known)}"
            + (isShallow ? "; the clone is shallow: fetch more of it (git fetch --unshallow)" : "");
    }

    /// <summary>What CODEOWNERS says at a commit, or as it is now.</summary>
    /// <param name="commit">The commit; null for now.</param>
    public async Task<CodeOwners> OwnersAsync(string? commit)
    {
        var root = await RootAsync();
        foreach (var place in CodeOwners.Places)
        {
            var text =
                commit is not null ? await Git.AskAsync(Folder, _why, "show", $"{commit}:{place}")
                : File.Exists(Path.Combine(root, place)) ? TextFile.Read(Path.Combine(root, place), place)
                : null;
            if (text is not null)
            {
                return CodeOwners.Read(text);
            }
        }

        return CodeOwners.None;
    }
}
