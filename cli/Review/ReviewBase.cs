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

    /// <summary>Why what is found may differ by more than the change.</summary>
    public IReadOnlyList<string> Doubts { get; private init; } = [];

    /// <summary>Whom CODEOWNERS names now.</summary>
    public CodeOwners OwnersNow { get; private init; } = CodeOwners.None;

    /// <summary>Whether the folder was there.</summary>
    public bool HadFolder { get; private init; } = true;

    /// <summary>Finds it; what is missing is for the review to say.</summary>
    /// <param name="folder">The folder, in a work tree; it need not be there any more.</param>
    /// <param name="revision">A commit, branch or tag.</param>
    /// <param name="manifests">What reports call it, where it holds manifests; null for a project.</param>
    public static async Task<ReviewBase> FindAsync(string folder, string revision, string? manifests)
    {
        var tree = WorkTree.Of(folder, $"to read '{revision}'");
        if (await tree.WhyNotAsync(revision) is { } missing)
        {
            return new(revision, null) { Missing = missing };
        }

        // What others changed since the change began is not its doing. A shallow clone may not have that commit.
        var commit = (await tree.CommitAsync(revision))!;
        var left = await tree.AskAsync("merge-base", commit, "HEAD");
        commit = left ?? commit;
        var prefix = await tree.PrefixAsync();
        var hadFolder = prefix.Length == 0 || await tree.AskAsync("rev-parse", "--verify", "--quiet", $"{commit}:{prefix}") is not null;
        var checkout = hadFolder
            ? await GitRevision.CheckOutAsync(
                await tree.RootAsync(),
                $"{commit}:{prefix}",
                manifests is null ? ProjectFolder.IsOfDefinition : _ => true
            )
            : GitRevision.Nothing();
        return new(revision, checkout)
        {
            Doubts =
            [
                .. left is null
                    ? [$"it is compared with {revision} as that is: the clone is too shallow to know where the change left it"]
                    : Array.Empty<string>(),
                .. checkout.Links.Count > 0
                    ? [$"links are not followed at {revision}: {string.Join(", ", checkout.Links)}"]
                    : Array.Empty<string>(),
            ],
            HadFolder = hadFolder,
            Owners = await tree.OwnersAsync(commit),
            OwnersNow = await tree.OwnersAsync(null),
            _prefix = prefix,
            _shown = manifests ?? "",
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _checkout?.Dispose();
}
