using MeshStack.Definition.Intents;
using MeshStack.Manifests;
using MeshStack.Registration;
using Pulumi;

namespace MeshStack;

/// <summary>A service made reachable, for nobody yet: each caller is let in by a <see cref="ClientAccess"/> of its own.</summary>
public sealed class InboundService : ComponentResource, IPlannedComponent
{
    private readonly Composed? _composed;

    /// <summary>Closes the workload to everyone and exposes it at the gateways.</summary>
    /// <exception cref="ResourceException">The args contradict themselves; all contradictions are named.</exception>
    public InboundService(string name, InboundServiceArgs args, ComponentResourceOptions? options = null)
        : base("meshstack:index:InboundService", name, args, FormerNames.Of(options, args?.RenamedFrom))
    {
        ArgumentNullException.ThrowIfNull(args);
        var composition = new Composition(this);
        var intent = composition.Service(args);
        intent.Problems().Concat(DestinationRuleFields.TooNew(intent, intent.ControlPlane)).Enforce(this);
        _composed = new(intent, composition, composition.Scope(args.RenamedFrom));
        InboundServicePlanner.Plan(Scope, Intent);
        composition.Register();
    }

    internal InboundService(ResourceId key, ComponentResourceOptions options)
        : base("meshstack:index:InboundService", key.Name, args: null, options) { }

    /// <summary>Host of the service for callers in its own cluster.</summary>
    public string Host => Intent.Host;

    /// <summary>Host of the service for callers in every other cluster.</summary>
    public string ImportedHost => Intent.ImportedHost;

    /// <summary>What the service was asked to be.</summary>
    internal InboundServiceIntent Intent => Made.Intent;

    /// <summary>Its plan, to which callers add imports.</summary>
    internal Composition Composition => Made.Composition;

    /// <summary>Its component in the plan.</summary>
    internal PlannedScope Scope => Made.Scope;

    /// <summary>The imports that callers asked for.</summary>
    internal ServiceImports Imports { get; } = new();

    void IPlannedComponent.Finish(PlannedResource planned, EngineValues values) => RegisterOutputs(PlannedOutputs.Of(planned, values));

    private Composed Made => _composed ?? throw new InvalidOperationException("The service is a part of a whole definition.");

    private sealed record Composed(InboundServiceIntent Intent, Composition Composition, PlannedScope Scope);
}
