using Repository.Tests.Preview;

namespace Repository.Tests.Review;

/// <summary>A repository of somebody's own with a change in it, as a job of its pull request has it.</summary>
internal sealed class ReviewedRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly BuiltClone _tool;

    private ReviewedRepository(BuiltClone tool) => _tool = tool;

    public string Root => _folder.File("work");

    private Command Command => new(Root);

    /// <summary>A repository of which nobody has changed anything.</summary>
    /// <param name="tool">The checkout that the action is of.</param>
    /// <param name="files">Its files.</param>
    public static async Task<ReviewedRepository> WithAsync(BuiltClone tool, params (string Path, string Text)[] files)
    {
        var repository = new ReviewedRepository(tool);
        Directory.CreateDirectory(repository.Root);
        await repository.Command.GitAsync("init", "-q", "-b", "main");
        await repository.ChangeAsync([.. files.Select(f => (f.Path, (string?)f.Text))]);
        return repository;
    }

    /// <summary>Commits files; without text a file goes.</summary>
    public async Task ChangeAsync(params (string Path, string? Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            if (text is null)
            {
                File.Delete(Path.Combine(Root, path));
            }
            else
            {
                TemporaryFolder.Write(Root, path, text);
            }
        }

        await Command.GitAsync("add", "-A");
        await Command.GitAsync("commit", "-q", "--allow-empty", "-m", "change");
    }

    /// <summary>Replaces text of a file that has it, and commits that.</summary>
    public Task ReplaceAsync(string path, string old, string @new)
    {
        var text = File.ReadAllText(Path.Combine(Root, path));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return ChangeAsync((path, text.Replace(old, @new, StringComparison.Ordinal)));
    }

    /// <summary>Runs the action's script as the runner would, with these inputs; the comment, and what the job ends with.</summary>
    public async Task<(string Comment, CommandResult Result)> ReviewAsync(params (string Name, string Value)[] inputs)
    {
        var action = CompositeAction.Read(".github/actions/meshstack");
        var step = action.Steps[0];
        var command = Command;
        foreach (var (name, value) in action.Variables(step, inputs.ToDictionary(i => i.Name, i => i.Value)))
        {
            command.Environment[name] = value;
        }

        var summary = _folder.File("summary.md");
        await File.WriteAllTextAsync(summary, "");
        command.Environment["GITHUB_ACTION_PATH"] = _tool.File(action.Folder);
        command.Environment["GITHUB_STEP_SUMMARY"] = summary;
        command.Environment["CI"] = command.Environment["GITHUB_ACTIONS"] = "true";
        var result = await command.RunAsync("bash", "-e", "-c", step.Run!);
        var comment = await File.ReadAllTextAsync(Artifact("comment.md"));
        Assert.Equal(comment, await File.ReadAllTextAsync(summary));
        return (comment, result);
    }

    /// <summary>A file of the artifact.</summary>
    public string Artifact(params string[] parts) => Path.Combine([Root, "meshstack-review", .. parts]);

    public void Dispose() => _folder.Dispose();
}
