using System.CommandLine;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create()
    {
        var command = new Command("version", "Shows the version, as --version and -v do.");
        command.SetAction((parsed, _) => CommandLine.RunGuardedAsync(["--version"], Streams.From(parsed)));
        return command;
    }
}
