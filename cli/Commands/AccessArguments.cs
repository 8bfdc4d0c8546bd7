using System.CommandLine;
using MeshStack.Analysis.Topology;
using MeshStack.Cli.Questions;
using MeshStack.Manifests;
using MeshStack.Preview;

namespace MeshStack.Cli.Commands;

/// <summary>What every question of access takes: a stack, or a folder of manifests.</summary>
internal sealed class AccessArguments
{
    private readonly StackArguments _stack = new();

    private readonly Option<string?> _manifests = new("--manifests")
    {
        Description = "Instead of a stack: a folder with a folder of YAML per cluster and, where needed, a mesh.yaml.",
        HelpName = "DIR",
    };

    private readonly IstioVersionOption _version = new("--istio-version")
    {
        Description = "The version of Istio of those clusters of the folder that show none, such as 1.30.3.",
    };

    /// <summary>The stack.</summary>
    public Argument<string> Stack => _stack.Stack;

    /// <summary>What says which stack it is, and of which project.</summary>
    public StackArguments OfStack => _stack;

    public void AddTo(Command command)
    {
        _stack.AddTo(command);
        command.Add(_manifests);
        command.Add(_version);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_manifests) is not null && _stack.Program.IsGiven(result))
            {
                result.AddError("specify either --program or --manifests, not both");
            }

            if (result.GetResult(_version) is not null && result.GetResult(_manifests) is null)
            {
                result.AddError("--istio-version is for --manifests: a stack says its version");
            }

            if (result.GetResult(_manifests) is not null && result.GetResult(_stack.Stack) is { Tokens.Count: > 0 })
            {
                result.AddError("specify either a stack or --manifests, not both");
            }
        });
    }

    /// <summary>The subject; of a stack no more than the given part, where that is enough.</summary>
    public async Task<AccessSubject> ReadAsync(ParseResult parsed, Func<MeshDefinition, MeshDefinition>? part = null)
    {
        if (parsed.GetValue(_manifests) is { } directory)
        {
            return FromFolder(directory, parsed.GetValue(_version));
        }

        if (await _stack.Program.RecordAsync(parsed, parsed.GetValue(_stack.Stack)!) is { } program)
        {
            return Of(program, null);
        }

        var project = _stack.Folder(parsed);
        return Of(StackComposition.Compose(project, parsed.GetValue(_stack.Stack)!, part), project);
    }

    public static AccessSubject FromFolder(string directory, string? version = null)
    {
        if (!Directory.Exists(directory) && OtherFolder(directory) is { Length: > 0 } nearest)
        {
            throw new BadQuestionException([$"there is no folder '{directory}'{nearest}"]);
        }

        var sources = Snapshot.SourcesOfFolder(directory) with { IstioVersion = version };
        return new(sources, Snapshot.From(sources), null, null);
    }

    // A folder beside it that is spelt nearly so.
    private static string OtherFolder(string directory)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var above = Path.GetDirectoryName(full);
        return above is null || !Directory.Exists(above)
            ? ""
            : Spelling.Nearest(Path.GetFileName(full), [.. Directory.EnumerateDirectories(above).Select(path => Path.GetFileName(path))]);
    }

    public static AccessSubject Of(ComposedMesh mesh, string? project)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        return new(mesh.Proof.Sources, mesh.Proof.Snapshot, mesh, project);
    }
}
