namespace MeshStack.Definition.Intents;

/// <summary>Callers that are let in.</summary>
internal sealed class ClientAccessKind : IntentKind<ClientAccessIntent>
{
    public override string Name => "ClientAccess";

    public override string Summary => "A caller that is let in to a service, and what it may ask for.";

    internal override IReadOnlyList<string> ComponentTypes => [Name, "ServiceImport"];

    internal override IntentDocument Read(IntentReader reader) => new ClientAccessDocument(reader);

    internal override IEnumerable<Intent> Check(IntentChecks checks) => new ClientAccessChecks(checks).Check();

    internal override bool IsSharedAcrossStacks => true;

    // The stack of the service lets the callers in, and theirs tells their clusters of it.
    protected override void Plan(Intent<ClientAccessIntent> intent, IntentPlanning planning)
    {
        var (scope, service) = planning.Find<InboundServiceIntent>(intent.Service);
        if (scope is null && !planning.IsOwn(intent))
        {
            return;
        }

        var access = intent.Args.In(client => planning.ControlPlane(client.Cluster.Name)) with { Service = service };
        ClientAccessPlanner.Plan(planning.Component(Name, intent, access.RenamedFrom), access, letsIn: scope is not null);
        if (planning.IsOwn(intent))
        {
            planning
                .Shared<ServiceImports>()
                .Plan(
                    LogicalName.Of(intent.Service, service.RenamedFrom),
                    name => scope is null ? planning.Component("ServiceImport", name) : scope.Inner("ServiceImport", name),
                    access,
                    intent.Location
                );
        }
    }

    protected override IntentReach Reach(Intent<ClientAccessIntent> intent) =>
        new(intent.Service)
        {
            IsForOutside = intent.Args.Type == ClientTypes.External,
            CallerNamespaces = [.. intent.Args.Each.Select(one => one.Namespace).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
}
