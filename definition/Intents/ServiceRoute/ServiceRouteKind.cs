namespace MeshStack.Definition.Intents;

/// <summary>How calls to services are routed.</summary>
internal sealed class ServiceRouteKind : IntentKind<ServiceRouteIntent>
{
    public override string Name => "ServiceRoute";

    public override string Summary => "How calls to a service are routed: to which versions, with which timeouts, retries and changes.";

    internal override IReadOnlyList<string> ComponentTypes => [Name];

    internal override IntentDocument Read(IntentReader reader) => new ServiceRouteDocument(reader);

    internal override IEnumerable<Intent> Check(IntentChecks checks)
    {
        new CrossStackChecks(checks).Routes();
        return new ServiceRouteChecks(checks).Check();
    }

    protected override void Plan(Intent<ServiceRouteIntent> intent, IntentPlanning planning)
    {
        var (_, service) = planning.Find<InboundServiceIntent>(intent.Service);
        var route = intent.Args with { Service = service };
        var scope = planning.Component(Name, intent, route.RenamedFrom);
        if (route.PartOf is null)
        {
            ServiceRoutePlanner.Plan(scope, service.Route! with { Service = service });
        }
        else
        {
            ServiceRoutePlanner.PlanPart(scope, route);
        }
    }

    protected override IntentReach Reach(Intent<ServiceRouteIntent> intent) => new(intent.Service);
}
