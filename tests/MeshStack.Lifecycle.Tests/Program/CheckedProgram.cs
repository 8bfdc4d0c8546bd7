using MeshStack.Lifecycle.Tests.Stacks;
using MeshStack.Preview.Transitions;

namespace MeshStack.Lifecycle.Tests.Program;

/// <summary>What the program of today does with a definition, as fast as a frozen stack: what would break something is refused, the rest is
/// registered.</summary>
/// <param name="frozen">What the program registers for the definition.</param>
/// <param name="asked">The state that the definition leads to.</param>
/// <param name="world">Where its contexts lead to.</param>
internal sealed class CheckedProgram(FrozenStack frozen, MeshState asked, World world) : IProgram
{
    public MeshState Asked => asked;

    /// <summary>The program of a stack's definition as it is now.</summary>
    /// <param name="stack">The definition; what is deployed of it stays as it is.</param>
    /// <param name="world">Where it is going to run.</param>
    public static CheckedProgram Of(LifecycleStack stack, World world) => new(Freezer.Freeze(stack), stack.Asked(), world);

    public void Run(IResourceMonitor monitor)
    {
        // The stack itself is registered before the program is asked for anything.
        var checking = new CheckingMonitor(monitor, this);
        frozen.Run(checking);
    }

    /// <summary>What is said of the change; null before the first update has ended.</summary>
    private MeshState? Before(IResourceMonitor monitor)
    {
        const string Stack = "organization/meshstack/dev";
        var outputs = monitor.Invoke("pulumi:pulumi:readStackOutputs", Properties.Map(("name", Stack)));
        if (outputs.TextAt("outputs", MeshState.OutputName) is not { } json || MeshState.Parse(json) is not { } applied)
        {
            return null;
        }

        var resources = monitor.Invoke("pulumi:pulumi:readStackResourceOutputs", Properties.Map(("stackName", Stack)));
        return AppliedMesh.From(
            applied,
            [.. ((PropertyMap)resources.At("outputs")!).Select(r => new StackResource(r.Key, Outputs((PropertyMap)r.Value)))],
            ClusterNames.Of(asked)
        );

        static IReadOnlyDictionary<string, object?> Outputs(PropertyMap resource) => ((PropertyMap)resource.At("outputs")!)!;
    }

    private IReadOnlyDictionary<string, string> Authorities(MeshState? before) =>
        asked.Authorities(
            before,
            asked
                .Clusters.Select(c => (c.Key, Authority: world.AuthorityOf(c.Value.Context)))
                .Where(c => c.Authority is not null)
                .Select(c => KeyValuePair.Create(c.Key, c.Authority!))
        );

    private sealed class CheckingMonitor(IResourceMonitor engine, CheckedProgram program) : IResourceMonitor
    {
        private IReadOnlyDictionary<string, string>? _authorities;

        public bool IsPreview => engine.IsPreview;

        public RegisterResult RegisterResource(Goal goal)
        {
            if (_authorities is null && goal.Type != Urn.RootStackType)
            {
                var before = program.Before(engine);
                _authorities = program.Authorities(before);
                Enforce(before, program.Asked.VouchedForBy(_authorities));
            }

            return engine.RegisterResource(goal);
        }

        public void RegisterResourceOutputs(string urn, PropertyMap outputs) =>
            engine.RegisterResourceOutputs(
                urn,
                Urn.Type(urn) == Urn.RootStackType
                    ? outputs.SetItem(MeshState.OutputName, program.Asked.VouchedForBy(_authorities!).ToJson())
                    : outputs
            );

        public PropertyMap Invoke(string token, PropertyMap args) => engine.Invoke(token, args);

        public void Warn(string message) => engine.Warn(message);

        private static void Enforce(MeshState? before, MeshState after)
        {
            var refused = before is null ? [] : MeshTransition.Check(before, after).Where(n => n.Kind == TransitionKind.Refused).ToList();
            if (refused.Count > 0)
            {
                throw new RefusedException(refused);
            }
        }
    }
}

/// <summary>The program refuses to register a definition.</summary>
internal sealed class RefusedException(IEnumerable<TransitionNotice> notices)
    : Exception("This change would break what is running:\n" + string.Join("\n", notices.Select(n => "  " + n)) + "\nNothing was changed.");
