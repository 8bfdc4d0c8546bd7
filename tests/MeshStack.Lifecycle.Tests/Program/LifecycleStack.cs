using System.Text.Json;
using MeshStack.Definition;
using MeshStack.Hosting;
using MeshStack.Preview.Transitions;
using YamlDotNet.Serialization;

namespace MeshStack.Lifecycle.Tests.Program;

/// <summary>A project in a folder of its own with the program of this checkout, a stack, and the clusters that it is for.</summary>
/// <example>
/// <code>
/// using var stack = LifecycleStack.OfExample("dev");
/// Assert.Equal("+ 65 created; rc 0", stack.Up().Summary);
/// stack.Edit("Pulumi.dev.yaml", text => text.Replace("meshId: dev", "meshId: other"));
/// var result = stack.Up(new() { SkipPreview = true });
/// </code>
/// </example>
internal sealed class LifecycleStack : IProgram, IDisposable
{
    // Configuration is read from the environment of the process, so that only one program runs at a time.
    internal static readonly Lock OneAtATime = new();

    private readonly ProjectFiles _files = new();

    // A definition that was looked at once is the same the next time.
    private readonly Dictionary<string, (string Configuration, Preflight Preflight)> _prepared = new(StringComparer.Ordinal);

    private LifecycleStack(string name, params ReadOnlySpan<string> clusters)
    {
        World = new World(clusters);
        Engine = new EngineStack(World, name);
    }

    private LifecycleStack(string name, World world) => (World, Engine) = (world, new EngineStack(world, name));

    public World World { get; }

    public EngineStack Engine { get; }

    public Snapshot State => Engine.State!;

    /// <summary>Values of <c>pulumi config set</c>, by key without the project's name.</summary>
    public Dictionary<string, string> Config { get; } = new(StringComparer.Ordinal);

    private string DefinitionFolder => Path.Combine("infra", "mesh", Engine.Name);

    /// <summary>A copy of one of the example's stacks.</summary>
    public static LifecycleStack OfExample(string name, params ReadOnlySpan<string> clusters)
    {
        var stack = new LifecycleStack(name, clusters.IsEmpty ? ["cluster01", "cluster02"] : clusters);
        var checkout = ProjectFolder.Find(AppContext.BaseDirectory);
        var intents = Directory
            .EnumerateFiles(Path.Combine(checkout, stack.DefinitionFolder))
            .Select(f => Path.GetRelativePath(checkout, f));
        foreach (var file in intents.Concat(["Pulumi.yaml", $"Pulumi.{name}.yaml"]))
        {
            stack.Write(file, File.ReadAllText(Path.Combine(checkout, file)));
        }

        return stack;
    }

    /// <summary>A stack with this configuration and these intents; there is a context for each of the clusters.</summary>
    public static LifecycleStack Of(string configuration, string intents, params ReadOnlySpan<string> clusters)
    {
        var stack = new LifecycleStack("test", clusters);
        stack.Write("Pulumi.yaml", "name: meshstack\nruntime: dotnet\n");
        stack.Write("Pulumi.test.yaml", configuration);
        stack.Write(Path.Combine(stack.DefinitionFolder, "mesh.yaml"), intents);
        return stack;
    }

    /// <summary>Another stack of the same project and the same clusters, which can refer to this one.</summary>
    public LifecycleStack Beside(string name)
    {
        World.Stacks[$"organization/{Engine.Project}/{Engine.Name}"] = Engine;
        var other = new LifecycleStack(name, World);
        other.CopyFrom(this);
        return other;
    }

    public void Write(string file, string text) => _files[file] = text;

    /// <summary>Changes a file of the project; it fails where nothing is changed.</summary>
    public void Edit(string file, Func<string, string> change)
    {
        var text = _files[file];
        var changed = change(text);
        Assert.NotEqual(text, changed);
        Write(file, changed);
    }

    /// <summary>Changes the configuration of the stack.</summary>
    public void Configure(Func<string, string> change) => Edit($"Pulumi.{Engine.Name}.yaml", change);

    /// <summary>Changes every file of the definition in the same way, and the configuration too.</summary>
    public void EditAll(Func<string, string> change)
    {
        foreach (var file in _files.Names)
        {
            Write(file, change(_files[file]));
        }
    }

    /// <summary>Takes the definition of another stack.</summary>
    public void CopyFrom(LifecycleStack other) => _files.CopyFrom(other._files);

    /// <summary>Takes a file of the definition out.</summary>
    public void DeleteIntents(string file) => _files.Delete(Path.Combine(DefinitionFolder, file));

    public UpdateResult Up(UpdateOptions? options = null) => Engine.Up(this, options);

    public UpdateResult Preview(UpdateOptions? options = null) => Engine.Preview(this, options);

    public UpdateResult Refresh(UpdateOptions? options = null) => Engine.Refresh(options);

    public UpdateResult Destroy(UpdateOptions? options = null) => Engine.Destroy(options);

    /// <summary>What <c>meshstack preview --deployed</c> says of <c>pulumi stack export</c> and the definition as it is now.</summary>
    public IReadOnlyList<TransitionNotice> Notices()
    {
        using var export = JsonDocument.Parse(State.ToExport());
        var after = Asked();
        return MeshTransition.Check(StackExport.Read(export.RootElement, ClusterNames.Of(after))!, after);
    }

    /// <summary>The state that the definition leads to.</summary>
    public MeshState Asked()
    {
        lock (OneAtATime)
        {
            using var environment = new EnvironmentScope(("KUBECONFIG", World.Kubeconfig), ("PULUMI_CONFIG", null));
            var preflight = Prepare(environment);
            return MeshState.From(preflight.Definition ?? throw new InvalidOperationException(preflight.BlockingReason));
        }
    }

    public void Run(IResourceMonitor monitor)
    {
        lock (OneAtATime)
        {
            using var environment = new EnvironmentScope(("KUBECONFIG", World.Kubeconfig), ("PULUMI_CONFIG", null));
            var preflight = Prepare(environment);

            // Without the caller's context, for a program inside another one would be refused.
            using (ExecutionContext.SuppressFlow())
            {
                var run = new ProgramRun(monitor, () => DefinitionProgram.RunAsync(preflight));
                Task.Run(() => run.RunAsync(Engine.Project, Engine.Name)).GetAwaiter().GetResult();
            }
        }
    }

    public void Dispose() => _files.Dispose();

    private Preflight Prepare(EnvironmentScope environment)
    {
        var key = string.Join('\0', Config.Select(c => c.ToString()).Append(World.Kubeconfig).Prepend(_files.All));
        if (!_prepared.TryGetValue(key, out var prepared))
        {
            prepared.Configuration = Configuration();
            environment.Set("PULUMI_CONFIG", prepared.Configuration);
            prepared.Preflight = Preflight.From(_files.Write(), Engine.Name);
            _prepared[key] = prepared;
        }

        environment.Set("PULUMI_CONFIG", prepared.Configuration);
        return prepared.Preflight;
    }

    // As the engine hands it over: what is structured as JSON text.
    private string Configuration()
    {
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
        var file = yaml.Deserialize<Dictionary<string, Dictionary<string, object>>>(_files[$"Pulumi.{Engine.Name}.yaml"]);
        var values = file["config"].ToDictionary(c => c.Key, c => Properties.Normalize(c.Value)!);
        foreach (var (key, value) in Config)
        {
            values[$"meshstack:{key}"] = value;
        }

        return JsonSerializer.Serialize(values.ToDictionary(v => v.Key, v => v.Value as string ?? Properties.ToJson(v.Value)));
    }
}
