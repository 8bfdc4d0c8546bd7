using System.Collections.Immutable;
using MeshStack.Definition.Intents;
using MeshStack.Preview.Transitions;
using MeshStack.Registration;
using Pulumi;

namespace MeshStack.Hosting;

/// <summary>The program of a mesh, as <c>pulumi preview</c> and <c>pulumi up</c> run it: first it is looked at as a whole, then it is
/// registered.</summary>
/// <remarks>
/// Objects that Istio or an API server would refuse, and invariants that do not hold, end the run before the engine hears of any resource;
/// so do changes that would break what is running.
/// </remarks>
public static class MeshProgram
{
    /// <summary>Runs the definition of the current stack, from the files of the project.</summary>
    /// <returns>Exit code of the process.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no Pulumi.yaml in the current folder or above it.</exception>
    public static Task<int> RunAsync()
    {
        if (RecordingRequest.OfThisProcess() is { } request)
        {
            return request.AnswerAsync();
        }

        var root = ProjectFolder.Find();

        // Without a stack there is no engine either, which the run will say.
        var stack = Environment.GetEnvironmentVariable("PULUMI_STACK");
        var preflight = stack is null ? null : Preflight.From(root, stack);
        return Deployment.RunAsync(() => DefinitionProgram.RunAsync(preflight));
    }

    /// <summary>Runs a program that uses the components.</summary>
    /// <param name="program">Registers the components. It is called twice: once without an engine, to be looked at, and once with
    /// it.</param>
    /// <param name="options">What must hold.</param>
    /// <returns>Exit code of the process.</returns>
    public static Task<int> RunAsync(Action program, MeshProgramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return RunAsync(
            () =>
            {
                program();
                return Task.CompletedTask;
            },
            options
        );
    }

    /// <inheritdoc cref="RunAsync(Action, MeshProgramOptions?)"/>
    public static Task<int> RunAsync(Func<Task> program, MeshProgramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return RunAsync(
            async () =>
            {
                await program().ConfigureAwait(false);
                return new Dictionary<string, object?>();
            },
            options
        );
    }

    /// <summary>Runs a program that uses the components and returns the stack's outputs.</summary>
    /// <inheritdoc cref="RunAsync(Action, MeshProgramOptions?)"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> program, MeshProgramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return RunAsync(() => Task.FromResult(program()), options);
    }

    /// <summary>Runs a program that uses the components and returns the stack's outputs.</summary>
    /// <inheritdoc cref="RunAsync(Action, MeshProgramOptions?)"/>
    public static async Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> program, MeshProgramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        if (RecordingRequest.OfThisProcess() is { } request)
        {
            return await request.AnswerAsync(program, options ?? new()).ConfigureAwait(false);
        }

        var hasEngine = Environment.GetEnvironmentVariable("PULUMI_STACK") is not null;

        // Before the run, because one run cannot hold another.
        var rehearsal = hasEngine ? await Rehearsal.RunAsync(program, options ?? new()).ConfigureAwait(false) : null;
        return await Deployment.RunAsync(() => ComponentProgram.RunAsync(program, rehearsal)).ConfigureAwait(false);
    }

    /// <summary>Registers every component of the definition; returns the stack's outputs. Runs inside a Pulumi program, real or
    /// offline.</summary>
    public static IDictionary<string, object?> Compose(MeshDefinition definition) =>
        Compose(definition, before: null, MeshState.From(definition, new ConfiguredValues().Root), ImmutableHashSet<string>.Empty);

    /// <inheritdoc cref="Compose(MeshDefinition)"/>
    /// <param name="definition">The definition.</param>
    /// <param name="before">What earlier updates left behind; null where none has ended.</param>
    /// <param name="after">The state that the definition leads to.</param>
    /// <param name="silent">The clusters that do not answer.</param>
    internal static IDictionary<string, object?> Compose(
        MeshDefinition definition,
        AppliedState? before,
        MeshState after,
        IReadOnlySet<string> silent
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        var resources = new Resources();
        var values = new EngineValues(resources);
        var configured = new ConfiguredValues();
        foreach (var value in definition.Values)
        {
            values.Provide(value.ToLate(), configured.Of(value));
        }

        var (plan, mesh) = DefinitionPlanner.Plan(definition, before?.Mesh.MeshId);
        KeepAddresses(mesh, before, silent, values);
        PlanLog.Note(plan, values);
        new Registrar(resources, values).Register(plan);
        return StackOutputs.Of(definition, mesh, resources, values, after);
    }

    /// <summary>Gateways of clusters that do not answer are where they were: the engine reads them even where their cluster is left
    /// out.</summary>
    /// <remarks>Source: https://github.com/pulumi/pulumi/blob/v3.274.1/pkg/resource/deploy/step_generator.go, GenerateReadSteps; what is
    /// skipped is answered with nothing in it, because a read is asked with its inputs.</remarks>
    private static void KeepAddresses(PlannedMesh mesh, AppliedState? before, IReadOnlySet<string> silent, EngineValues values)
    {
        foreach (var (cluster, controlPlane) in mesh.ControlPlanes.Where(c => silent.Contains(c.Key)))
        {
            foreach (var (gateway, address) in StackOutputs.Gateways(controlPlane))
            {
                if (address.Needs is [var read] && before?.AddressOf(cluster, gateway) is { } known)
                {
                    values.Provide(read, Output.Create(known));
                }
            }
        }
    }
}
