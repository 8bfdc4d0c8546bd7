using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using MeshStack.Manifests;
using MeshStack.Preview.Transitions;

namespace MeshStack.Cli.History;

/// <summary>What the mesh was before the change: at a revision of the definition, or as it was last applied.</summary>
internal sealed class EarlierState
{
    private readonly Option<string?> _since = new("--since")
    {
        Description = "Revision of git to compare with: says what the change does to what is running, and refuses what would break calls.",
        HelpName = "REV",
    };

    private readonly Option<string?> _deployed = new("--deployed")
    {
        Description =
            "What was applied last, in place of --since: a file with the output of pulumi stack export, or of pulumi stack output --json.",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Add(_since);
        command.Add(_deployed);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_since) is not null && result.GetResult(_deployed) is not null)
            {
                result.AddError("specify either --since or --deployed, not both");
            }
        });
    }

    /// <summary>Whether a state is asked for.</summary>
    public bool IsGiven(CommandResult result) => result.GetResult(_since) is not null || result.GetResult(_deployed) is not null;

    /// <summary>What the state is called in reports; null where none is asked for.</summary>
    public string? Name(ParseResult parsed) => parsed.GetValue(_since) ?? parsed.GetValue(_deployed);

    /// <summary>The state; null where none is asked for.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="DefinitionException">The definition had errors at that revision.</exception>
    /// <param name="parsed">The command line.</param>
    /// <param name="project">The project's folder.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="after">The state that the definition leads to, which says what names clusters had.</param>
    public async Task<MeshState?> ReadAsync(ParseResult parsed, string project, string stack, MeshState after)
    {
        if (parsed.GetValue(_since) is { } revision)
        {
            using var earlier = await GitRevision.CheckOutAsync(project, revision);
            return MeshState.From(DefinitionLoader.Load(earlier.Folder, stack));
        }

        return parsed.GetValue(_deployed) is { } file ? Deployed(file, ClusterNames.Of(after)) : null;
    }

    private static MeshState Deployed(string file, ClusterNames names)
    {
        try
        {
            using var outputs = JsonDocument.Parse(TextFile.Read(file, file));
            if (StackExport.Read(outputs.RootElement, names) is { } applied)
            {
                return applied;
            }

            if (
                outputs.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty(MeshState.OutputName, out var output)
                && output.ValueKind == JsonValueKind.String
                && MeshState.Parse(output.GetString()!) is { } state
            )
            {
                return state;
            }
        }
        catch (JsonException)
        {
            throw new IOException($"{file} is not JSON; what pulumi stack export writes is expected");
        }

        throw new IOException(
            $"{file} has no output '{MeshState.OutputName}' of a stack that was updated; what pulumi stack export writes is expected"
        );
    }
}
