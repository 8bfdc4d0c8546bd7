using System.CommandLine;
using System.CommandLine.Parsing;
using MeshStack.Cli.Reports;

namespace MeshStack.Cli.Commands;

/// <summary>Parses and runs a command line.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Streams streams)
    {
        streams.Guard();
        try
        {
            return await RunGuardedAsync(args, streams);
        }
        catch (UnwritableOutputException e)
        {
            await streams.Error.WriteLineAsync($"meshstack: {e.Message}");
            return ExitCode.BadInput;
        }
    }

    /// <summary>Runs it where the streams are guarded already.</summary>
    public static async Task<int> RunGuardedAsync(string[] args, Streams streams)
    {
        var root = Root();
        root.Options.OfType<VersionOption>().Single().Aliases.Add("-v");

        // An argument may begin with @: it names a claim, not a file of arguments.
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Tokens is [{ Type: TokenType.Directive }, ..])
        {
            // A line that is to be completed is not right yet.
            return await parsed.InvokeAsync(streams);
        }

        var unknown = UnknownNames.In(parsed);
        List<string> errors =
        [
            .. unknown.Count > 0 ? unknown : parsed.Errors.Select(error => error.Message).Concat(EmptyTexts(parsed)).Distinct(),
        ];
        if (errors.Count > 0)
        {
            if (IsForMachines(parsed))
            {
                var reasons = errors.Select(error => new InputError(null, null, null, error));
                InputError.Write([.. reasons], asJson: true, writes: false, streams.Output, streams.Error);
                return ExitCode.BadInput;
            }

            foreach (var error in errors)
            {
                await streams.Error.WriteLineAsync($"meshstack: {error}");
            }

            await streams.Error.WriteLineAsync($"See: {string.Join(' ', Path(parsed.CommandResult).Reverse())} --help");
            return ExitCode.BadInput;
        }

        return await parsed.InvokeAsync(streams);
    }

    private static bool IsForMachines(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.OfType<Option<string>>().FirstOrDefault(option => option.Name == "--output") is { } output
        && parsed.GetResult(output) is { Tokens: [{ Value: "json" or "sarif" }] };

    // A variable that a script believes to be set gives an empty text, which no option and no argument is for.
    private static IEnumerable<string> EmptyTexts(ParseResult parsed) =>
        from result in parsed.CommandResult.Children
        where result.Tokens.Any(token => token.Value.Length == 0)
        select result switch
        {
            OptionResult option => $"{option.Option.Name} is given an empty text: leave it out or give it a value",
            ArgumentResult argument => $"<{argument.Argument.Name}> is given an empty text: leave it out or give it a value",
            _ => "an empty text is given",
        };

    private static IEnumerable<string> Path(SymbolResult result)
    {
        for (var command = result as CommandResult; command is not null; command = command.Parent as CommandResult)
        {
            yield return command.Command is RootCommand ? "meshstack" : command.Command.Name;
        }
    }

    internal static RootCommand Root() =>
        new("Shows what a stack would put on its clusters, and who could call whom, before anything is applied.")
        {
            PreviewCommand.Create(),
            RenderCommand.Create(),
            ExplainCommand.Create(),
            AccessCommand.Create(),
            ReviewCommand.Create(),
            UpgradeCommand.Create(),
            LintCommand.Create(),
            CompletionCommand.Create(),
            HelpCommand.Create(),
            VersionCommand.Create(),
        };
}
