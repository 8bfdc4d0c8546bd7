using System.CommandLine;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack help</c>.</summary>
internal static class HelpCommand
{
    public static Command Create()
    {
        var command = new Command("help", "Shows what a command does and which options it takes, as --help does.");
        var names = new Argument<string[]>("command")
        {
            Description = "The command, such as access diff. Default: all of them.",
            HelpName = "command",
            Arity = ArgumentArity.ZeroOrMore,
        };
        names.CompletionSources.Add(_ => CommandLine.Root().Subcommands.Select(one => one.Name));
        command.Add(names);
        command.SetAction((parsed, _) => CommandLine.RunGuardedAsync([.. parsed.GetValue(names) ?? [], "--help"], Streams.From(parsed)));
        return command;
    }
}
