using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Registration;

/// <summary>A component on its way: what it was asked, planned and registered.</summary>
internal sealed class Composition
{
    private Registrar? _registrar;

    /// <summary>A composition of which nothing is registered.</summary>
    public Composition()
    {
        Resources = new Resources();
        Values = new EngineValues(Resources);
        Plan = new Plan();
        ControlPlanes = new ControlPlaneModels(Resources, Values, Plan.Facts);
        PlanLog.Note(Plan, Values);
    }

    /// <summary>A composition below a component.</summary>
    public Composition(ComponentResource component)
        : this() => Root = Resources.Add(component);

    public Resources Resources { get; }

    public EngineValues Values { get; }

    public ControlPlaneModels ControlPlanes { get; }

    public Plan Plan { get; }

    private ResourceId Root { get; }

    /// <summary>The component, to which resources are planned.</summary>
    /// <param name="renamedFrom">The name that it had before.</param>
    public PlannedScope Scope(string? renamedFrom = null) =>
        Plan.Component(Root.Type["meshstack:index:".Length..], LogicalName.Of(Root.Name, renamedFrom));

    /// <summary>The settings that args ask for.</summary>
    public TSettings Read<TSettings>(ResourceArgs args)
        where TSettings : class => new SettingsReader(Values).Read<TSettings>(args, Root.Name ?? "args");

    /// <summary>The service that args ask for.</summary>
    public InboundServiceIntent Service(InboundServiceArgs args)
    {
        ControlPlaneModel[] places = [.. args.ControlPlanes.Select(ControlPlanes.Model)];
        var service = Read<InboundServiceIntent>(args) with
        {
            ControlPlane = args.ControlPlane is { } one
                ? ControlPlanes.Model(one)
                : places.FirstOrDefault() ?? new ControlPlaneModel(new ClusterIdentity("")),
            ControlPlanes = places,
        };
        return service.Route is { } route ? service with { Route = Whole(route, service) } : service;
    }

    private static ServiceRouteIntent Whole(ServiceRouteIntent route, InboundServiceIntent service) =>
        route with
        {
            Service = service,
            Routes =
            [
                .. route.Routes.Select(one =>
                    one.Part is { } part ? one with { Part = part with { PartOf = route.Name, Service = part.Service ?? service } } : one
                ),
            ],
        };

    /// <summary>The access that args ask for.</summary>
    public ClientAccessIntent Access(ClientAccessArgs args) =>
        Read<ClientAccessIntent>(args) with
        {
            Service = args.Service.Intent,
            ControlPlane = args.ControlPlane is { } client ? ControlPlanes.Model(client) : null,
            ControlPlanes = [.. args.ControlPlanes.Select(ControlPlanes.Model)],
            Callers = [.. args.Callers.Select(Callers)],
        };

    private CallerSettings Callers(CallerArgs args, int index) =>
        Read<CallerSettings>(args) with
        {
            ControlPlane = args.ControlPlane is { } client ? ControlPlanes.Model(client) : null,
            ControlPlanes = [.. args.ControlPlanes.Select(ControlPlanes.Model)],
            At = FormattableString.Invariant($"callers[{index}]."),
        };

    /// <summary>Registers what was planned.</summary>
    public void Register() => (_registrar ??= new(Resources, Values)).Register(Plan);
}
