using System.Diagnostics;
using System.Globalization;

namespace MeshStack.Cli.Tests;

/// <summary>Shells complete commands, options, values and names of the project.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("prev", "preview")]
    [InlineData("access di", "diff")]
    [InlineData("access dev --wh", "--why")]
    [InlineData("preview -o ", "json markdown sarif text")]
    [InlineData("explain --protocol ", "http https tcp")]
    [InlineData("upgrade --fail-on ", "changed")]
    [InlineData("preview p --output json", "prod", 9)]
    [InlineData("access diff main --stack ", "dev prod")]
    [InlineData("preview prod --service ", "catalog ledger payments search storefront")]
    [InlineData("preview prod --cluster f", "fra1 fra2")]
    [InlineData("preview dev --unreachable ", "cluster01 cluster02")]
    [InlineData("access dev --namespace ", "default namespace01 namespace02")]
    [InlineData("access dev --caller cluster01", "cluster01/default/sleep")]
    [InlineData("preview nowhere --service ", "")]
    [InlineData("access --manifests infra --service ", "")]
    [InlineData("completion z", "zsh")]
    [InlineData("help ac", "access")]
    public async Task ALineIsCompleted(string line, string expected, int? position = null)
    {
        var at = (position ?? line.Length).ToString(CultureInfo.InvariantCulture);
        var result = await Meshstack.RunAsync($"[suggest:{at}]", line);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var words = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, string.Join(' ', position is null ? words : words.Where(word => !word.StartsWith('-'))));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _meshstack meshstack\n")]
    [InlineData("zsh", "#compdef meshstack\n")]
    [InlineData("fish", "complete -c meshstack -a '(__meshstack)'\n")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName meshstack -ScriptBlock {\n")]
    public async Task EachShellHasAScript(string shell, string line)
    {
        var result = await Meshstack.RunAsync("completion", shell);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(line, result.Output, StringComparison.Ordinal);
        Assert.Contains($"meshstack completion {shell}", result.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherShellIsRefused()
    {
        var result = await Meshstack.RunAsync("completion", "cmd");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            "meshstack: <shell>: 'cmd' is not allowed; allowed: bash, zsh, fish, pwsh\nSee: meshstack completion --help\n",
            result.Error
        );
    }

    /// <summary>The script is run as bash runs it, by whatever path the program is called.</summary>
    [Theory]
    [InlineData("meshstack prev", "preview")]
    [InlineData("./meshstack preview prod --service ", "catalog ledger payments search storefront")]
    public async Task BashTakesTheScript(string line, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("meshstack-").FullName;
        Assert.Equal(expected + "\n", await CompletedByBashAsync(folder, Meshstack.Root, line));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Whoever checks out a branch and presses a key has run nothing of it.</summary>
    [Fact]
    public async Task WhatFilesAreCalledIsNoCommand()
    {
        var folder = Directory.CreateTempSubdirectory("meshstack-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.yaml"), "name: shop\nruntime: dotnet\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.$(touch pwned).yaml"), "");
        await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.*.yaml"), "");
        var shown = await CompletedByBashAsync(folder, folder, "meshstack preview ");
        Assert.Contains("\\$\\(touch\\ pwned\\)", shown, StringComparison.Ordinal);
        Assert.Contains("\\*", shown, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "pwned")));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> CompletedByBashAsync(string folder, string project, string line)
    {
        var program = Path.Combine(folder, "meshstack");
        var built = Path.Combine(AppContext.BaseDirectory, "meshstack.dll");
        await File.WriteAllTextAsync(program, $"#!/usr/bin/env bash\ncd '{project}'\nexec dotnet '{built}' \"$@\"\n");
        var script = (await Meshstack.RunAsync("completion", "bash")).Output;
        var start = new ProcessStartInfo(
            "bash",
            [
                "-c",
                $$"""
                chmod +x meshstack
                {{script}}
                COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
                COMP_WORDS=({{line}}) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                if [[ $COMP_LINE == *' ' ]]; then COMP_CWORD=$((COMP_CWORD + 1)); fi
                _meshstack
                echo "${COMPREPLY[*]}"
                """,
            ]
        )
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        start.Environment["PATH"] = $"{folder}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        var shown = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        return shown;
    }

    [Theory]
    [InlineData("version")]
    [InlineData("-v")]
    public async Task TheVersionIsToldAsByItsOption(string argument) =>
        Assert.Equal(await Meshstack.RunAsync("--version"), await Meshstack.RunAsync(argument));

    [Theory]
    [InlineData("", "--help")]
    [InlineData("access diff", "access", "diff", "--help")]
    public async Task HelpIsThatOfTheOption(string command, params string[] arguments)
    {
        var help = await Meshstack.RunAsync(["help", .. command.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        Assert.Equal(await Meshstack.RunAsync(arguments), help);
    }
}
