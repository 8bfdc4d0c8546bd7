using MeshStack.Definition.Intents;
using MeshStack.Manifests;
using MeshStack.Registration;
using Pulumi;

namespace MeshStack;

/// <summary>Callers let in: an ALLOW policy at the server and, in another cluster, the service imported for each caller's
/// namespace.</summary>
/// <remarks>Istio ORs the ALLOW policies of a workload. Each access owns exactly one, so removing it takes its callers' access away and
/// nobody else's.</remarks>
public sealed class ClientAccess : ComponentResource, IPlannedComponent
{
    /// <summary>Lets the callers in.</summary>
    /// <exception cref="ResourceException">The args contradict themselves or the service; all contradictions are named.</exception>
    public ClientAccess(string name, ClientAccessArgs args, ComponentResourceOptions? options = null)
        : base("meshstack:index:ClientAccess", name, args, FormerNames.Of(options, args?.RenamedFrom))
    {
        ArgumentNullException.ThrowIfNull(args);
        var service = args.Service.Composition;
        var intent = service.Access(args);
        var newer = intent
            .Each.Select(one => one.ControlPlane)
            .OfType<ControlPlaneModel>()
            .DistinctBy(client => client.Cluster.Name)
            .SelectMany(client => DestinationRuleFields.TooNew(intent.Service, client));
        var note = new IntentNote(args.Owner, args.Description);
        intent.Problems().Concat(newer).Concat(note.Problems()).Enforce(this);

        service.Resources.Add(this);
        ClientAccessPlanner.Plan(service.Plan.Component("ClientAccess", LogicalName.Of(name, args.RenamedFrom)).Noted(note), intent);
        args.Service.Imports.Plan(args.Service.Scope, intent);
        service.Register();
    }

    internal ClientAccess(ResourceId key, ComponentResourceOptions options)
        : base("meshstack:index:ClientAccess", key.Name, args: null, options) { }

    void IPlannedComponent.Finish(PlannedResource planned, EngineValues values) => RegisterOutputs(PlannedOutputs.Of(planned, values));
}
