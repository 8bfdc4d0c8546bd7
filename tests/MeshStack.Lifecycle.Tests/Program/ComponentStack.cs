using System.Text.Json;
using MeshStack.Hosting;

namespace MeshStack.Lifecycle.Tests.Program;

/// <summary>A stack of a program that uses the components, without any file.</summary>
internal sealed class ComponentStack : IProgram
{
    public ComponentStack(params ReadOnlySpan<string> contexts)
    {
        World = new World(contexts);
        Engine = new EngineStack(World);
    }

    public World World { get; }

    public EngineStack Engine { get; }

    /// <summary>The program; what it returns are outputs of the stack.</summary>
    public required Func<IDictionary<string, object?>> Program { get; set; }

    /// <summary>What <c>meshstack:removed</c> says; null where nothing does.</summary>
    public string? Removed { get; set; }

    public UpdateResult Up(UpdateOptions? options = null) => Engine.Up(this, options);

    public void Run(IResourceMonitor monitor)
    {
        var config = Removed is null ? null : JsonSerializer.Serialize(new Dictionary<string, string> { ["meshstack:removed"] = Removed });
        lock (LifecycleStack.OneAtATime)
        {
            using var environment = new EnvironmentScope(("KUBECONFIG", World.Kubeconfig), ("PULUMI_CONFIG", config));
            using (ExecutionContext.SuppressFlow())
            {
                Task.Run(() => RunAsync(monitor)).GetAwaiter().GetResult();
            }
        }
    }

    // Looked at first, then run with the engine, as MeshProgram does it.
    private async Task RunAsync(IResourceMonitor monitor)
    {
        var rehearsal = await Rehearsal.RunAsync(Registered, new());
        await new ProgramRun(monitor, () => ComponentProgram.RunAsync(Registered, rehearsal)).RunAsync(Engine.Project, Engine.Name);

        Task<IDictionary<string, object?>> Registered() => Task.FromResult(Program());
    }
}
