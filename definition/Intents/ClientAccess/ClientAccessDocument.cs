using MeshStack.Definition.Intents;

namespace MeshStack.Definition;

/// <summary>A document of kind ClientAccess, before anybody looked for its service.</summary>
internal sealed class ClientAccessDocument : IntentDocument
{
    public ClientAccessDocument(IntentReader reader)
        : base(reader)
    {
        var asked = reader.Bind<ClientAccessIntent>();
        Service = reader.Reference("service") ?? "";
        Groups = reader.References("groups");
        var own = CallerClusters.Read(reader, asked.Own);
        Asked = asked with
        {
            ControlPlane = own.ControlPlane,
            ControlPlanes = own.ControlPlanes,
            UntilAt = asked.Until is null ? null : reader.Lines.Find("until"),
            Callers = [.. Groups.Select((name, i) => new CallerSettings { Group = name, At = GroupAt(i) })],
        };
    }

    /// <summary>The service that it names.</summary>
    public string Service { get; }

    /// <summary>The groups that it names.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>What the callers are.</summary>
    public string Type => Asked.Type;

    /// <summary>What it asks for, of a service that nobody knows, and of groups without callers; a cluster that is not there stands for
    /// itself.</summary>
    public ClientAccessIntent Asked { get; }

    /// <inheritdoc/>
    public override string? RenamedFrom => Asked.RenamedFrom;

    /// <inheritdoc/>
    public override IEnumerable<NamedCaller> Callers(IntentChecks checks) =>
        With(checks).ToEach.Select(one => new NamedCaller(Service, one.ControlPlane?.Cluster.Name, one.Namespace, one.ServiceAccount));

    /// <summary>What it asks for, of a service.</summary>
    public ClientAccessIntent For(InboundServiceIntent service, IntentChecks checks) => With(checks) with { Service = service };

    /// <summary>What it asks for, with the callers of its groups; those of a group that is named twice once.</summary>
    private ClientAccessIntent With(IntentChecks checks) =>
        Asked with
        {
            Callers = [.. Asked.Callers.DistinctBy(callers => callers.Group).SelectMany(group => CallersOf(group, checks))],
        };

    private static IEnumerable<CallerSettings> CallersOf(CallerSettings group, IntentChecks checks) =>
        checks.Find<CallerGroupDocument>(group.Group!) is { Placed: { Count: > 0 } callers }
            ? callers.Select(one => one with { Group = group.Group, At = group.At })
            : [group];

    private static string GroupAt(int index) => FormattableString.Invariant($"groups[{index}]");
}
