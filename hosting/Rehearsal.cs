using MeshStack.Definition.Intents;
using MeshStack.Offline;
using MeshStack.Preview;
using MeshStack.Preview.Access;
using MeshStack.Preview.Transitions;
using MeshStack.Registration;
using Pulumi;

namespace MeshStack.Hosting;

/// <summary>What a run of a program without an engine showed of it.</summary>
/// <param name="BlockingReason">What keeps it from being registered; null where nothing does.</param>
/// <param name="Warnings">What somebody should look at.</param>
/// <param name="Summary">What was looked at; null where that was not possible.</param>
internal sealed record Rehearsal(string? BlockingReason, IReadOnlyList<string> Warnings, string? Summary)
{
    /// <summary>The state that the program leads to; null where it could not be looked at.</summary>
    public MeshState? After { get; init; }

    /// <summary>Runs a program without an engine, with the configuration of this process.</summary>
    public static async Task<Rehearsal> RunAsync(Func<Task<IDictionary<string, object?>>> program, MeshProgramOptions options)
    {
        RemovalSettings removed;
        try
        {
            removed = ProgramRemovals.From(EngineConfiguration.OfThisProcess());
        }
        catch (FormatException e)
        {
            return new("The configuration of the stack has errors:\n  " + e.Message, [], null);
        }

        try
        {
            var stack = Environment.GetEnvironmentVariable("PULUMI_STACK") is { Length: > 0 } given ? given : "dev";
            var (mesh, plans) = await RunAsync(program, options, stack).ConfigureAwait(false);
            return From(mesh, options) with { After = ProgramState.Of(plans, mesh, removed, stack) };
        }
        catch (DefinitionException e)
        {
            return new("The invariants have errors:\n" + e.Message, [], null);
        }
        catch (ManifestFormatException e)
        {
            return new("Istio's configuration among the objects cannot be read:\n" + e.Message, [], null);
        }
        catch (OfflineException e) when (e.Certain.Length > 0)
        {
            return new("The program registers what would not work:\n" + string.Join('\n', e.Certain), [], null);
        }
        catch (OfflineException e)
        {
            var unproved = "The program could not be looked at before it is registered:\n" + e.Message;
            return options.RequireProof ? new(unproved, [], null) : new(null, [unproved], null);
        }
    }

    /// <summary>What a program registers, run without an engine.</summary>
    public static async Task<ComposedMesh> RecordAsync(
        Func<Task<IDictionary<string, object?>>> program,
        MeshProgramOptions options,
        string stack
    ) => (await RunAsync(program, options, stack).ConfigureAwait(false)).Mesh;

    private static async Task<(ComposedMesh Mesh, IReadOnlyList<Plan> Plans)> RunAsync(
        Func<Task<IDictionary<string, object?>>> program,
        MeshProgramOptions options,
        string stack
    )
    {
        var log = new PlanLog();
        var recording = await OfflineStack.RunAsync(Options(stack), () => log.RunAsync(program)).ConfigureAwait(false);
        var facts = log.Facts;
        return (new(recording, facts, InvariantFiles.Read(options.Invariants, facts)), log.All);
    }

    /// <summary>How a program is run without an engine, with the configuration of this process.</summary>
    public static OfflineOptions Options(string stack) =>
        new()
        {
            Project = Environment.GetEnvironmentVariable("PULUMI_PROJECT") is { Length: > 0 } project ? project : "project",
            Stack = stack,
            Organization = Environment.GetEnvironmentVariable("PULUMI_ORGANIZATION") is { Length: > 0 } given ? given : "organization",
        };

    /// <summary>Says what was found, or refuses the program.</summary>
    /// <exception cref="RunException">Something keeps it from being registered.</exception>
    public void Tell()
    {
        if (BlockingReason is not null)
        {
            throw new RunException(BlockingReason + "\nNothing was changed.");
        }

        foreach (var warning in Warnings)
        {
            Log.Warn(warning);
        }

        if (Summary is not null)
        {
            Log.Info(Summary);
        }
    }

    private static Rehearsal From(ComposedMesh mesh, MeshProgramOptions options)
    {
        var findings = mesh.Judge();
        var open = findings
            .Where(f => f.Severity != Severity.Error && f.Code.StartsWith(InvariantState.CodeStart, StringComparison.Ordinal))
            .ToList();
        var refused =
            Preflight.Refusal(findings)
            ?? (
                options.RequireProof && open.Count > 0
                    ? "These invariants are undecided, and a proof is required:\n"
                        + string.Join('\n', open.Select(f => "  " + Preflight.Line(f)))
                    : null
            );
        return new(
            refused,
            [.. findings.Where(f => f.Severity != Severity.Error).Select(Preflight.Line)],
            Summarize(mesh.Recording.Manifests.Count(), mesh.Invariants.Count - open.Count, open.Count)
        );
    }

    private static string Summarize(int objects, int holding, int undecided)
    {
        var said = FormattableString.Invariant($"looked at {objects} objects before registering them");
        said += holding == 0 ? "" : FormattableString.Invariant($"; {holding} {(holding == 1 ? "invariant holds" : "invariants hold")}");
        return said + (undecided == 0 ? "" : FormattableString.Invariant($"; {undecided} undecided"));
    }
}
