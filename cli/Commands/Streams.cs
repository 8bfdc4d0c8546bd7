using System.CommandLine;

namespace MeshStack.Cli.Commands;

/// <summary>Where a command writes, and what is known of who reads it.</summary>
internal sealed class Streams : InvocationConfiguration
{
    /// <summary>True where no terminal shows the output, so that nothing is coloured or drawn over.</summary>
    public bool IsOutputPiped { get; init; } = Console.IsOutputRedirected;

    /// <summary>The same of errors.</summary>
    public bool IsErrorPiped { get; init; } = Console.IsErrorRedirected;

    /// <summary>The width that is asked for, as the variable COLUMNS has it.</summary>
    public string? Columns { get; init; } = Environment.GetEnvironmentVariable("COLUMNS");

    /// <summary>The streams of a command that is run.</summary>
    public static Streams From(ParseResult parsed) => (Streams)parsed.InvocationConfiguration;
}
