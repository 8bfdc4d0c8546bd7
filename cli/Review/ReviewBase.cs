using MeshStack.Cli.History;
using MeshStack.Manifests;

namespace MeshStack.Cli.Review;

/// <summary>What a change is compared with: the commit that it left a revision at.</summary>
internal sealed class ReviewBase : IDisposable
{
    private readonly GitRevision? _checkout;

    // The folder from the root of the repository, with a slash behind it; empty at the root.
    private string _prefix = "";

    // What files of the folder begin with in reports.
    private string _shown = "";

    private ReviewBase(string revision, GitRevision? checkout) => (Revision, _checkout) = (revision, checkout);

    /// <summary>The revision as it was given.</summary>
    public string Revision { get; }

    /// <summary>The project's folder as it was; null where there is none.</summary>
    public string? Folder => _checkout?.Folder;

    /// <summary>Whether there is something to compare with.</summary>
    public bool IsThere => _checkout is not null;

    /// <summary>Why there is not; null where there is.</summary>
    public string? Missing { get; private init; }

    /// <summary>Whom CODEOWNERS names, as it was.</summary>
    public CodeOwners Owners { get; private init; } = CodeOwners.None;

    /// <summary>A file as the repository has it.</summary>
    /// <param name="file">The same as reports have it.</param>
    public string InRepository(string file) =>
        _prefix + (_shown.Length > 0 && file.StartsWith(_shown + "/", StringComparison.Ordinal) ? file[(_shown.Length + 1)..] : file);

    /// <summary>Finds it; what is missing is for the review to say.</summary>
    /// <param name="folder">The folder, in a work tree.</param>
    /// <param name="revision">A commit, branch or tag.</param>
    /// <param name="manifests">What reports call it, where it holds manifests; null for a project.</param>
    public static async Task<ReviewBase> FindAsync(string folder, string revision, string? manifests)
    {
        var why = $"to read '{revision}'";
        var commit = await AskAsync("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        if (commit is null)
        {
            return new(revision, null) { Missing = $"git has no revision '{revision}' of {Path.GetFileName(folder)}" };
        }

        // What others changed since the change began is not its doing. A shallow clone may not have that commit.
        commit = await AskAsync("merge-base", commit, "HEAD") ?? commit;
        try
        {
            return new(
                revision,
                await GitRevision.CheckOutAsync(folder, commit, manifests is null ? ProjectFolder.IsOfDefinition : _ => true)
            )
            {
                Owners = await OwnersAsync(),
                _prefix = await AskAsync("rev-parse", "--show-prefix") ?? "",
                _shown = manifests ?? "",
            };
        }
        catch (IOException)
        {
            // It had no such folder yet.
            return new(revision, null) { Missing = $"{manifests ?? "the project"} is not there at '{revision}'" };
        }

        async Task<string?> AskAsync(params string[] arguments) => (await Git.AskAsync(folder, why, arguments))?.Trim();

        async Task<CodeOwners> OwnersAsync()
        {
            foreach (var place in CodeOwners.Places)
            {
                if (await Git.AskAsync(folder, why, "show", $"{commit}:{place}") is { } text)
                {
                    return CodeOwners.Read(text);
                }
            }

            return CodeOwners.None;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _checkout?.Dispose();
}
