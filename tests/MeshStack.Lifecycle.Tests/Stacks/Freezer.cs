using MeshStack.Lifecycle.Tests.Program;

namespace MeshStack.Lifecycle.Tests.Stacks;

/// <summary>Writes down what a program registers.</summary>
internal sealed class Freezer(IResourceMonitor engine) : IResourceMonitor
{
    private readonly List<FrozenRegistration> _registrations = [];
    private PropertyMap _outputs = PropertyMap.Empty;

    public bool IsPreview => engine.IsPreview;

    /// <summary>The stack that the program of today makes of a definition, in a world where nothing is yet.</summary>
    public static FrozenStack Freeze(LifecycleStack stack)
    {
        // A reference of a provider is told apart by its colons.
        stack.World.Generate = (urn, output, _) => output == "id" ? $"id of {Urn.Name(urn)}" : $"${{{Urn.Short(urn)}#{output}}}";
        var program = new FreezingProgram(stack);
        var result = stack.Engine.Up(program, new() { SkipPreview = true });
        Assert.True(result.ExitCode == 0, result.ToString());
        return program.Frozen!;
    }

    public RegisterResult RegisterResource(Goal goal)
    {
        _registrations.Add(
            new(goal.Type, goal.Name)
            {
                Parent = goal.Parent is { } parent ? Urn.Short(parent) : null,
                IsComponent = !goal.Custom,
                Provider = goal.Provider is { } provider ? Urn.Name(ResourceState.UrnOf(provider)) : null,
                ReadId = goal.ReadId,
                Protect = goal.Protect,
                RetainOnDelete = goal.RetainOnDelete,
                DeletedWith = goal.DeletedWith is { } other ? Urn.Short(other) : null,
                DeleteBeforeReplace = goal.DeleteBeforeReplace,
                IgnoreChanges = goal.IgnoreChanges,
                Aliases = goal.Aliases,
                DependsOn = [.. goal.Dependencies.Select(Urn.Short)],
                Inputs = goal.Inputs,
            }
        );
        return engine.RegisterResource(goal);
    }

    public void RegisterResourceOutputs(string urn, PropertyMap outputs)
    {
        _outputs = Urn.Type(urn) == Urn.RootStackType ? outputs : _outputs;
        engine.RegisterResourceOutputs(urn, outputs);
    }

    public PropertyMap Invoke(string token, PropertyMap args) => engine.Invoke(token, args);

    public void Warn(string message) => engine.Warn(message);

    private sealed class FreezingProgram(IProgram program) : IProgram
    {
        public FrozenStack? Frozen { get; private set; }

        public void Run(IResourceMonitor monitor)
        {
            var freezer = new Freezer(monitor);
            program.Run(freezer);
            Frozen = new() { Registrations = [.. freezer._registrations], Outputs = freezer._outputs };
        }
    }
}
