namespace MeshStack.Definition.Intents;

/// <summary>Services that callers may be let in to.</summary>
internal sealed class InboundServiceKind : IntentKind<InboundServiceIntent>
{
    public override string Name => "InboundService";

    public override string Summary => "A service: closed to everyone, and reachable for the callers that a ClientAccess lets in.";

    internal override IReadOnlyList<string> ComponentTypes => [Name];

    internal override IntentDocument Read(IntentReader reader) => new InboundServiceDocument(reader);

    internal override bool IsSharedAcrossStacks => true;

    internal override IEnumerable<Intent> Check(IntentChecks checks)
    {
        new InboundServiceChecks(checks).Check();
        var routes = new ServiceRoutes(checks);
        var hosts = new SharedHosts(checks);
        var across = new CrossStackChecks(checks);
        across.Accepted();
        across.Hosts();
        return checks
            .Of<InboundServiceDocument>()
            .Select(d => new Intent<InboundServiceIntent>(
                d.Name,
                d.Location,
                routes.Routed(d) with
                {
                    Sharing = [.. hosts.With(d).OrderBy(other => other.Name, StringComparer.Ordinal).Select(routes.Routed)],
                }
            ));
    }

    protected override void Plan(Intent<InboundServiceIntent> intent, IntentPlanning planning)
    {
        var service = intent.Args.In(cluster => planning.ControlPlane(cluster.Cluster.Name));
        service = service with { Route = service.Route is { } route ? route with { Service = service } : null };
        var scope = planning.IsOwn(intent) ? planning.Component(Name, intent, service.RenamedFrom) : null;
        if (scope is not null)
        {
            InboundServicePlanner.Plan(scope, service);
        }

        planning.Keep(intent, scope, service);
    }

    private static IEnumerable<string> LedTo(ServiceRouteIntent route) =>
        route
            .Routes.SelectMany(one =>
                one.To.Select(target => target.ServiceName)
                    .Append(one.Mirror?.ServiceName)
                    .Concat(one.Part is { } part ? LedTo(part).Append(part.ServiceName) : [])
            )
            .OfType<string>();

    protected override IntentReach Reach(Intent<InboundServiceIntent> intent) =>
        new(intent.Name)
        {
            Hosts = intent.Args.Hosts,
            LeadsTo = intent.Args.Route is { } route ? LedTo(route) : [],
            Clusters = [.. intent.Args.Places.Select(place => place.ControlPlane.Cluster.Name)],
            Namespace = intent.Args.Namespace,
            IsAtIngress = intent.Args.ExternalName is not null,
        };
}
