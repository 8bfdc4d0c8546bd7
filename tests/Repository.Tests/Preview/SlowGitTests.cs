namespace Repository.Tests.Preview;

/// <summary>A revision of git is read to the end of what git has to say of it.</summary>
[Collection(OneClone.Name)]
public sealed class SlowGitTests(BuiltClone clone) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>On a busy machine the padding of an archive comes late: who does not wait for it takes git's complaint for an
    /// error.</summary>
    [Fact]
    public async Task PaddingThatComesLateIsWaitedFor()
    {
        _folder.WriteScript(
            "git",
            $"""
            #!/usr/bin/env bash
            set -euo pipefail
            "{Command.Find("git")}" "$@"
            if [ "$1" = archive ]; then
              sleep 0.5
              head -c 20480 /dev/zero
            fi
            """
        );
        await clone.CheckOutMergeAsync();
        var command = clone.Command;
        command.Environment["PATH"] = _folder.Path + Path.PathSeparator + Command.Programs;
        var result = await command.RunAsync("./meshstack", "preview", "dev", "--since", "HEAD");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("\nSince HEAD: nothing that running workloads would notice\n", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
