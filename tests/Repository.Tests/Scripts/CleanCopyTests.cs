namespace Repository.Tests.Scripts;

/// <summary><c>.ci/clean-copy</c>, on a repository of a few files.</summary>
public sealed class CleanCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task TrackedFilesAreCopiedAsTheyAreAndNoOthers()
    {
        var repository = await RepositoryAsync();
        _folder.Write("here/changed", "after");
        _folder.Write("here/added", "added");
        await repository.GitAsync("add", "added");
        File.Delete(_folder.File("here", "deleted"));
        _folder.Write("here/untracked", "untracked");
        _folder.Write("here/ignored", "ignored");

        await CopyAsync(repository);

        Assert.Equal([".ci", ".git", ".gitignore", "added", "changed", "same"], Names("copy"));
        Assert.Equal("after", await File.ReadAllTextAsync(_folder.File("copy", "changed")));
        Assert.Equal("added", await File.ReadAllTextAsync(_folder.File("copy", "added")));
    }

    [Fact]
    public async Task TheCopyIsARepositoryWithTheSameHistory()
    {
        var repository = await RepositoryAsync();
        await CopyAsync(repository);
        var copy = new Command(_folder.File("copy"));
        Assert.Equal(await repository.GitAsync("rev-parse", "HEAD"), await copy.GitAsync("rev-parse", "HEAD"));
        Assert.Equal("", await copy.GitAsync("status", "--porcelain"));
        Assert.Equal("before", await copy.GitAsync("show", "HEAD:changed"));
    }

    [Fact]
    public async Task TheRepositoryStaysAsItIs()
    {
        var repository = await RepositoryAsync();
        _folder.Write("here/changed", "after");
        await CopyAsync(repository);
        Assert.Equal(" M changed", await repository.GitAsync("status", "--porcelain"));
        Assert.Equal("", await repository.GitAsync("stash", "list"));
    }

    [Fact]
    public async Task AShallowCloneAndACopyCanBeCopied()
    {
        var repository = await RepositoryAsync();
        await repository.GitAsync("commit", "-q", "--allow-empty", "-m", "second");
        await repository.GitAsync("clone", "-q", "--depth", "1", $"file://{_folder.File("here")}", _folder.File("shallow"));
        await new Command(_folder.File("shallow")).OutputAsync(".ci/clean-copy", _folder.File("first"));
        await new Command(_folder.File("first")).OutputAsync(".ci/clean-copy", _folder.File("second"));
        Assert.Equal([".ci", ".git", ".gitignore", "changed", "deleted", "same"], Names("second"));
        Assert.Equal("1", await new Command(_folder.File("second")).GitAsync("rev-list", "--count", "HEAD"));
    }

    /// <summary>Git tells the commands of a hook which repository they are in.</summary>
    [Fact]
    public async Task AHookCanCopy()
    {
        var repository = await RepositoryAsync();
        _folder.WriteScript("here/.git/hooks/pre-commit", $"#!/bin/sh\nexec .ci/clean-copy '{_folder.File("copy")}'\n");
        _folder.Write("here/changed", "after");
        await repository.GitAsync("commit", "-qam", "second");
        Assert.Equal("after", await File.ReadAllTextAsync(_folder.File("copy", "changed")));
        Assert.Equal("", await repository.GitAsync("status", "--porcelain"));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<Command> RepositoryAsync()
    {
        Directory.CreateDirectory(_folder.File("here", ".ci"));
        File.Copy(Checkout.Path(".ci", "clean-copy"), _folder.File("here", ".ci", "clean-copy"));
        _folder.Write("here/.gitignore", "ignored\n");
        _folder.Write("here/changed", "before");
        _folder.Write("here/deleted", "deleted");
        _folder.Write("here/same", "same");
        var repository = new Command(_folder.File("here"));
        await repository.GitAsync("init", "-q");
        await repository.GitAsync("add", "-A");
        await repository.GitAsync("commit", "-qm", "first");
        return repository;
    }

    private Task<string> CopyAsync(Command repository) => repository.OutputAsync(".ci/clean-copy", _folder.File("copy"));

    private IEnumerable<string?> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(_folder.File(folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
