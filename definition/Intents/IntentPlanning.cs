namespace MeshStack.Definition;

/// <summary>A plan to which intents are added, once the mesh is planned.</summary>
/// <param name="plan">The plan.</param>
/// <param name="controlPlanes">The control planes of the clusters as they are planned.</param>
/// <param name="stack">The stack whose objects are planned; null for those of all intents.</param>
internal sealed class IntentPlanning(Plan plan, IReadOnlyDictionary<string, ControlPlaneModel> controlPlanes, string? stack = null)
{
    private readonly Dictionary<(Type Type, string Name), (PlannedScope? Scope, object Intent)> _made = [];
    private readonly Dictionary<Type, object> _shared = [];

    /// <summary>The control plane of a cluster as it is planned.</summary>
    public ControlPlaneModel ControlPlane(string cluster) => controlPlanes[cluster];

    /// <summary>Adds the component that fulfils an intent, with the place of its document.</summary>
    public PlannedScope Component(string type, Intent intent, string? renamedFrom = null) =>
        plan.Component(type, LogicalName.Of(intent.Name, renamedFrom), parent: null, intent.Location)
            .Noted(new(intent.Owner, intent.Description));

    /// <summary>Adds a component that belongs to no other.</summary>
    public PlannedScope Component(string type, LogicalName name) => plan.Component(type, name, parent: null);

    /// <summary>Whether the objects of an intent are planned, and not only what others of this stack ask of it.</summary>
    public bool IsOwn(Intent intent) => stack is null || intent.Stack == stack;

    /// <summary>Keeps what an intent has come to, for those that name it.</summary>
    /// <param name="from">The intent.</param>
    /// <param name="scope">Its component; null where another stack has it.</param>
    /// <param name="intent">What it has come to.</param>
    public void Keep<TIntent>(Intent from, PlannedScope? scope, TIntent intent)
        where TIntent : class => _made[(typeof(TIntent), from.Name)] = (scope, intent);

    /// <summary>What an intent has come to that was planned before; its component is null where another stack has it.</summary>
    public (PlannedScope? Scope, TIntent Intent) Find<TIntent>(string name)
        where TIntent : class
    {
        var (scope, intent) = _made[(typeof(TIntent), name)];
        return (scope, (TIntent)intent);
    }

    /// <summary>What all intents of this plan share.</summary>
    public TShared Shared<TShared>()
        where TShared : class, new()
    {
        if (!_shared.TryGetValue(typeof(TShared), out var shared))
        {
            _shared[typeof(TShared)] = shared = new TShared();
        }

        return (TShared)shared;
    }
}
