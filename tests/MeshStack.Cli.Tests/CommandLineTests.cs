using System.CommandLine;
using MeshStack.Cli.Commands;

namespace MeshStack.Cli.Tests;

/// <summary>A command line leaves nothing behind in a process that reads many.</summary>
public sealed class CommandLineTests
{
    // An option knows the commands that it belongs to, and keeps them alive.
    [Fact]
    public void NoCommandLineSharesItsOptionsWithAnother()
    {
        Command[] roots = [CommandLine.Root(), CommandLine.Root()];
        Symbol[] symbols = [.. roots.SelectMany(Below)];
        Assert.Contains(symbols, symbol => symbol is Option { Name: "--istio" });
        Assert.All(symbols, symbol => Assert.Single(symbol.Parents));
    }

    private static IEnumerable<Symbol> Below(Command command) =>
        [.. command.Options, .. command.Arguments, .. command.Subcommands.SelectMany(inner => Below(inner).Prepend(inner))];
}
