using System.CommandLine;
using System.CommandLine.Parsing;
using MeshStack.Manifests;

namespace MeshStack.Cli.Commands;

/// <summary>Commands and options of a command line that are not there, each with the nearest one that is.</summary>
/// <remarks>What else is wrong with such a command line follows from that: an argument takes the place of what is not known.</remarks>
internal static class UnknownNames
{
    /// <summary>What is not there; none where all is.</summary>
    public static IReadOnlyList<string> In(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        string[] names = [.. command.Subcommands.Select(inner => inner.Name)];
        if (command is RootCommand && parsed.UnmatchedTokens is [var first, ..] && !IsOption(first))
        {
            return [$"there is no command '{first}'{Suggest(first, names)}"];
        }

        string[] placed = [.. ArgumentsOf(parsed.CommandResult).Concat(parsed.UnmatchedTokens)];
        string[] options = [.. placed.Where(IsOption).Except(BehindDashes(parsed)).Distinct(StringComparer.Ordinal)];
        if (options.Length > 0)
        {
            string[] known = [.. KnownOptions(parsed.CommandResult).Distinct(StringComparer.Ordinal)];
            return [.. options.Select(option => $"there is no option '{option}'{Spelling.Nearest(option.Split('=')[0], known)}")];
        }

        // A command that takes an argument takes what is meant for one below it.
        return parsed.UnmatchedTokens.Count > 0 && placed.FirstOrDefault(one => Spelling.Find(one, names) is not null) is { } meant
            ? [$"there is no command '{command.Name} {meant}'; did you mean {command.Name} {Spelling.Find(meant, names)}?"]
            : [];
    }

    private static string Suggest(string given, string[] names) =>
        Spelling.Nearest(given, names) is { Length: > 0 } nearest ? nearest : $"; commands: {string.Join(", ", names)}";

    private static bool IsOption(string token) => token is ['-', _, ..];

    private static IEnumerable<string> BehindDashes(ParseResult parsed) =>
        parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value);

    private static IEnumerable<string> ArgumentsOf(CommandResult result) =>
        CommandsUpTo(result)
            .SelectMany(one => one.Children.OfType<ArgumentResult>())
            .SelectMany(one => one.Tokens)
            .Select(one => one.Value);

    private static IEnumerable<string> KnownOptions(CommandResult result) =>
        CommandsUpTo(result)
            .SelectMany((one, above) => one.Command.Options.Where(option => above == 0 || option.Recursive))
            .Select(option => option.Name);

    private static IEnumerable<CommandResult> CommandsUpTo(CommandResult result)
    {
        for (var one = result; one is not null; one = one.Parent as CommandResult)
        {
            yield return one;
        }
    }
}
