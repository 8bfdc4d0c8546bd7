using System.CommandLine;

namespace MeshStack.Cli.Commands;

/// <summary>Parses and runs a command line.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Streams streams)
    {
        // An argument may begin with @: it names a claim, not a file of arguments.
        var parsed = Root().Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await streams.Error.WriteLineAsync($"meshstack: {error.Message}");
            }

            await streams.Error.WriteLineAsync(
                $"See: meshstack {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help"
            );
            return ExitCode.BadInput;
        }

        return await parsed.InvokeAsync(streams);
    }

    private static RootCommand Root() =>
        new("Shows what a stack would put on its clusters, and who could call whom, before anything is applied.")
        {
            PreviewCommand.Create(),
            RenderCommand.Create(),
            ExplainCommand.Create(),
            AccessCommand.Create(),
        };
}
