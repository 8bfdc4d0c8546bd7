using System.Formats.Tar;
using MeshStack.Manifests;

namespace MeshStack.Cli.History;

/// <summary>What a project's definitions were at a revision, in a place of its own until it is disposed.</summary>
internal sealed class GitRevision : IDisposable
{
    private readonly Interruption _interrupted;
    private readonly List<string> _links = [];

    private GitRevision(string folder)
    {
        Folder = folder;
        _interrupted = new Interruption(Remove);
    }

    /// <summary>Files that are links, and so not there: a link may lead anywhere.</summary>
    public IReadOnlyList<string> Links => _links;

    /// <summary>The folder with the files that definitions are read from.</summary>
    public string Folder { get; }

    /// <summary>Takes the definitions of a project out of a revision.</summary>
    /// <exception cref="IOException">Git is not there, or has no such revision of the folder.</exception>
    public static Task<GitRevision> CheckOutAsync(string folder, string revision) =>
        CheckOutAsync(folder, revision, ProjectFolder.IsOfDefinition);

    /// <summary>Takes files of a folder out of a revision.</summary>
    /// <param name="folder">The project's folder, in a work tree.</param>
    /// <param name="revision">A commit, branch or tag.</param>
    /// <exception cref="IOException">Git is not there, or has no such revision of the folder.</exception>
    /// <param name="wanted">Which of its files are taken, by their paths in the folder.</param>
    public static async Task<GitRevision> CheckOutAsync(string folder, string revision, Func<string, bool> wanted)
    {
        var target = Directory.CreateTempSubdirectory("meshstack-").FullName;
        var checkout = new GitRevision(target);
        try
        {
            // Of a folder inside of the work tree, archive takes that folder's part. A name that begins like an option is none.
            using var git = Git.Start(folder, $"to read '{revision}'", "archive", "--format=tar", "--end-of-options", revision);
            var errors = git.StandardError.ReadToEndAsync();
            await checkout.TakeAsync(git.StandardOutput.BaseStream, target, wanted);

            // An archive is padded behind its end; git would fail if nobody took that.
            await git.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            await git.WaitForExitAsync();
            return git.ExitCode == 0
                ? checkout
                : throw new IOException(
                    $"there is no folder '{revision}', and git has no '{revision}' of {folder}: {(await errors).Trim().Split('\n')[0]}"
                );
        }
        catch
        {
            checkout.Dispose();
            throw;
        }
    }

    /// <summary>A revision that has none of the files.</summary>
    public static GitRevision Nothing() => new(Directory.CreateTempSubdirectory("meshstack-").FullName);

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupted.Dispose();
        Remove();
    }

    private void Remove()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private async Task TakeAsync(Stream archive, string target, Func<string, bool> wanted)
    {
        try
        {
            await using var reader = new TarReader(archive, leaveOpen: true);
            while (await reader.GetNextEntryAsync() is { } entry)
            {
                if (entry.EntryType is TarEntryType.SymbolicLink && wanted(entry.Name))
                {
                    _links.Add(entry.Name);
                }

                // Links may lead anywhere; a definition has none. Beside it the repository may hold anything, and much of it.
                if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && wanted(entry.Name))
                {
                    var file = Path.GetFullPath(Path.Combine(target, entry.Name));
                    if (file.StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                    {
                        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                        await entry.ExtractToFileAsync(file, overwrite: true);
                    }
                }
            }
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            // What git says of it is the better reason.
        }
    }
}
