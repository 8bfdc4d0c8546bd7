using System.CommandLine;

namespace MeshStack.Cli.Commands;

/// <summary>Parses and runs a command line.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        // An argument may begin with @: it names a claim, not a file of arguments.
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"meshstack: {error.Message}");
            }

            await Console.Error.WriteLineAsync(
                $"See: meshstack {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help"
            );
            return ExitCode.BadInput;
        }

        return await parsed.InvokeAsync();
    }
}
