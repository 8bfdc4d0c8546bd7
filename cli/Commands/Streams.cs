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

    /// <summary>Says how long work takes.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What is read where the command line asks for the standard input.</summary>
    public Func<Stream> Input { get; init; } = Console.OpenStandardInput;

    /// <summary>The output for those who draw: what they write is written as it is.</summary>
    public TextWriter Terminal { get; private set; } = TextWriter.Null;

    /// <summary>The same of errors.</summary>
    public TextWriter ErrorTerminal { get; private set; } = TextWriter.Null;

    /// <summary>Commands compute without a break, so that nothing but the system could end them; and what goes wrong is said in one
    /// place.</summary>
    public Streams() => (ProcessTerminationTimeout, EnableDefaultExceptionHandler) = (null, false);

    /// <summary>Guards output and errors against texts that would steer a terminal.</summary>
    public void Guard()
    {
        (Terminal, ErrorTerminal) = (new StandardWriter(Output, isNeeded: true), new StandardWriter(Error, isNeeded: false));
        (Output, Error) = (new PlainWriter(Terminal), new PlainWriter(ErrorTerminal));
    }

    /// <summary>The streams of a command that is run.</summary>
    public static Streams From(ParseResult parsed) => (Streams)parsed.InvocationConfiguration;
}
