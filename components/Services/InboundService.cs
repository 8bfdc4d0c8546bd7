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
        var note = new IntentNote(args.Owner, args.Description);
        intent
            .Problems()
            .Concat(RouteProblems(intent, args.Route))
            .Concat(
                intent.Places.SelectMany(place => DestinationRuleFields.TooNew(intent, place.ControlPlane)).DistinctBy(newer => newer.Path)
            )
            .Concat(note.Problems())
            .Enforce(this);
        _composed = new(intent, composition, composition.Scope(args.RenamedFrom).Noted(note));
        InboundServicePlanner.Plan(Scope, Intent);
        if (intent.Route is { } route)
        {
            PlanRoute(route);
        }

        composition.Register();
    }

    private void PlanRoute(ServiceRouteIntent route)
    {
        var scope = RouteScope(Scope, route);
        ServiceRoutePlanner.Plan(scope, route);
        foreach (var part in route.Routes.Select(one => one.Part).OfType<ServiceRouteIntent>().DistinctBy(part => part.Name))
        {
            ServiceRoutePlanner.PlanPart(RouteScope(scope, part), part);
        }
    }

    // Who says nothing of a route answers for it as for the service.
    private static PlannedScope RouteScope(PlannedScope parent, ServiceRouteIntent route)
    {
        var scope = parent.Inner("ServiceRoute", LogicalName.Of(route.Name, route.RenamedFrom));
        return route is { Owner: null, Description: null } ? scope : scope.Noted(new(route.Owner, route.Description));
    }

    private static bool IsName(string name) => KubernetesNames.IsLabel(name) && name.Length <= IntentKeys.LongestName;

    private static IEnumerable<ArgsProblem> RouteProblems(InboundServiceIntent service, ServiceRouteArgs? args)
    {
        if (service.Route is not { } route)
        {
            return [];
        }

        var parts = route.Routes.SelectMany(
            (one, i) =>
                one.Part is { } part
                    ? ServiceRouteRules
                        .Check(part, route)
                        .Concat(OfNames(part))
                        .Concat(Twice(route, i, [.. args!.Routes.Select(given => given.Part)]))
                        .Select(problem => problem with { Path = FormattableString.Invariant($"routes[{i}].part.{problem.Path}") })
                    : []
        );
        return ServiceRouteRules
            .Check(route, whole: null)
            .Concat(parts)
            .Concat(OfNames(route))
            .Select(problem => problem with { Path = $"route.{problem.Path}" });
    }

    private static IEnumerable<ArgsProblem> OfNames(ServiceRouteIntent route) =>
        new IntentNote(route.Owner, route.Description)
            .Problems()
            .Concat(IsName(route.Name) ? [] : [new ArgsProblem("name", $"'{route.Name}' is not a DNS label of at most 53 characters")]);

    // The objects of a route are called by its name; one part may well take several routes.
    private static IEnumerable<ArgsProblem> Twice(ServiceRouteIntent route, int index, IReadOnlyList<ServiceRouteArgs?> given)
    {
        var part = route.Routes[index].Part!;
        if (part.Name == route.Name || given.Take(index).Any(other => other?.Name == part.Name && other != given[index]))
        {
            yield return new("name", $"'{part.Name}' is the name of another route already");
        }
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
