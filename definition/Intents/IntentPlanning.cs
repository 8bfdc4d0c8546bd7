namespace MeshStack.Definition;

/// <summary>A plan to which intents are added, once the mesh is planned.</summary>
/// <param name="plan">The plan.</param>
/// <param name="controlPlanes">The control planes of the clusters as they are planned.</param>
internal sealed class IntentPlanning(Plan plan, IReadOnlyDictionary<string, ControlPlaneModel> controlPlanes)
{
    private readonly Dictionary<(Type Type, string Name), (PlannedScope Scope, object Intent)> _made = [];
    private readonly Dictionary<Type, object> _shared = [];

    /// <summary>The control plane of a cluster as it is planned.</summary>
    public ControlPlaneModel ControlPlane(string cluster) => controlPlanes[cluster];

    /// <summary>Adds the component that fulfils an intent, with the place of its document.</summary>
    public PlannedScope Component(string type, Intent intent, string? renamedFrom = null) =>
        plan.Component(type, LogicalName.Of(intent.Name, renamedFrom), parent: null, intent.Location)
            .Noted(new(intent.Owner, intent.Description));

    /// <summary>Keeps what an intent has come to, for those that name it.</summary>
    public void Keep<TIntent>(string name, PlannedScope scope, TIntent intent)
        where TIntent : class => _made[(typeof(TIntent), name)] = (scope, intent);

    /// <summary>What an intent has come to that was planned before.</summary>
    public (PlannedScope Scope, TIntent Intent) Find<TIntent>(string name)
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
