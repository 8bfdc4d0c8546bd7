using System.CommandLine;
using System.CommandLine.Parsing;
using MeshStack.Preview;

namespace MeshStack.Cli.Programs;

/// <summary>The option that takes a built program in place of a stack's definition.</summary>
internal sealed class ProgramOption
{
    private readonly Option<string?> _program = new("--program")
    {
        Description =
            "Instead of the stack's definition: a built program (.dll or executable) that runs by MeshProgram.RunAsync of "
            + "MeshStack.Hosting.",
        HelpName = "PATH",
    };

    public void AddTo(Command command) => command.Add(_program);

    /// <summary>What the program registers; null where none is given.</summary>
    /// <exception cref="CompositionException">The program cannot be run, or what it registers would not work.</exception>
    public async Task<ComposedMesh?> RecordAsync(ParseResult parsed, string stack) =>
        parsed.GetValue(_program) is { } path ? await ProgramRun.RecordAsync(path, stack) : null;

    /// <summary>Whether a program is given.</summary>
    public bool IsGiven(CommandResult result) => result.GetResult(_program) is not null;
}
