using System.CommandLine;
using MeshStack.Cli.Programs;

namespace MeshStack.Cli.Commands;

/// <summary>What every command that works on a stack takes.</summary>
internal sealed class StackArguments
{
    public Argument<string> Stack { get; } =
        new("stack")
        {
            Description = "Name of the stack: its configuration is Pulumi.STACK.yaml, its intents are infra/mesh/STACK/*.yaml.",
            HelpName = "stack",
            DefaultValueFactory = _ => "dev",
        };

    public Option<string?> Project { get; } =
        new("--project")
        {
            Description = "Folder of Pulumi.yaml. Default: the current folder or the nearest above it, else the checkout of this program.",
            HelpName = "DIR",
        };

    /// <summary>The program in place of a definition.</summary>
    public ProgramOption Program { get; } = new();

    public void AddTo(Command command)
    {
        Stack.CompletionSources.Add(context => Completions.Stacks(context, this));
        command.Add(Stack);
        command.Add(Project);
        Program.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(Project) is not null && Program.IsGiven(result))
            {
                result.AddError("specify either --project or --program, not both");
            }
        });
    }

    /// <summary>The project's folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public string Folder(ParseResult parsed)
    {
        if (parsed.GetValue(Project) is { } given)
        {
            return ProjectFolder.Find(Path.GetFullPath(given));
        }

        try
        {
            return ProjectFolder.Find();
        }
        catch (DirectoryNotFoundException e)
        {
            // The example is for whoever has nothing; a stack of one's own is not passed over for it.
            var here = Directory.GetCurrentDirectory();
            return DefinitionLoader.Stacks(here) is [var stack, ..]
                ? throw new DirectoryNotFoundException(
                    $"{e.Message}, which a project has beside Pulumi.{stack}.yaml: name: NAME, runtime: dotnet"
                )
                : ProjectFolder.Find(AppContext.BaseDirectory);
        }
    }
}
