namespace Repository.Tests.Preview;

/// <summary>A clean clone on a path with spaces, in which the first command has been run as a stranger would run it.</summary>
public sealed class BuiltClone : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal string Root => _folder.File("a folder", "meshstack");

    /// <summary>What <c>./meshstack preview</c> said as the first command in the clone.</summary>
    internal CommandResult FirstCommand { get; private set; } = new(-1, "", "");

    internal Command Command => new(Root);

    public async Task InitializeAsync()
    {
        await new Command(Checkout.Root).OutputAsync(Checkout.Path(".ci", "clean-copy"), Root);
        await Command.GitAsync("commit", "-q", "--allow-empty", "-m", "as it is");
        await Command.GitAsync("tag", "as-it-is");
        FirstCommand = await Command.RunAsync("./meshstack", "preview");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    internal string File(string file) => Path.Combine(Root, file);

    /// <summary>Checks out the merge of a change into main, as a job of a pull request does.</summary>
    /// <param name="change">Makes the change.</param>
    /// <param name="before">Makes main what it is before the change.</param>
    internal async Task CheckOutMergeAsync(Action? change = null, Action? before = null)
    {
        await Command.GitAsync("checkout", "-q", "--force", "-B", "main", "as-it-is");
        await CommitAsync("before", before);
        await Command.GitAsync("checkout", "-q", "-B", "change");
        await CommitAsync("change", change);
        await Command.GitAsync("checkout", "-q", "--detach", "main");
        await Command.GitAsync("merge", "-q", "--no-ff", "-m", "merge", "change");
    }

    /// <summary>Replaces text of a file that has it.</summary>
    internal void Replace(string file, string old, string @new)
    {
        var text = System.IO.File.ReadAllText(File(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        System.IO.File.WriteAllText(File(file), text.Replace(old, @new, StringComparison.Ordinal));
    }

    private async Task CommitAsync(string message, Action? edit)
    {
        edit?.Invoke();
        await Command.GitAsync("commit", "-q", "--all", "--allow-empty", "-m", message);
    }
}
