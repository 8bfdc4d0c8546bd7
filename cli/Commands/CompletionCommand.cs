using System.CommandLine;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack completion</c>.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Create()
    {
        var command = new Command(
            "completion",
            "Prints the script by which a shell completes commands, options, stacks, clusters and services; its first lines say how it is "
                + "taken."
        );
        var shell = new Argument<string>("shell") { Description = "The shell: bash, zsh, fish or pwsh." };
        shell.AcceptOnly(Shells);
        command.Add(shell);
        command.SetAction(parsed => Streams.From(parsed).Output.Write(Script(parsed.GetValue(shell)!)));
        return command;
    }

    private static string Script(string shell)
    {
        using var script = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion.{shell}")!;
        using var reader = new StreamReader(script);
        return reader.ReadToEnd();
    }
}
