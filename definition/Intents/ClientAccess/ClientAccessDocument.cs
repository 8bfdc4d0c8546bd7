namespace MeshStack.Definition;

/// <summary>A document of kind ClientAccess, before anybody looked for its service.</summary>
internal sealed class ClientAccessDocument : IntentDocument
{
    public ClientAccessDocument(IntentReader reader)
        : base(reader)
    {
        Asked = reader.Bind<ClientAccessIntent>();
        (Service, Cluster) = (reader.Reference("service") ?? "", reader.Reference("cluster"));
    }

    /// <summary>The service that it names.</summary>
    public string Service { get; }

    /// <summary>The caller's cluster, where it names one.</summary>
    public string? Cluster { get; }

    /// <summary>What the caller is.</summary>
    public string Type => Asked.Type;

    /// <summary>What it asks for, of a service and from a cluster that nobody knows.</summary>
    public ClientAccessIntent Asked { get; }

    /// <inheritdoc/>
    public override string? RenamedFrom => Asked.RenamedFrom;

    /// <inheritdoc/>
    public override NamedCaller Caller => new(Service, Cluster, Asked.Namespace, Asked.ServiceAccount);

    /// <summary>What it asks for, of a service and from a cluster.</summary>
    public ClientAccessIntent For(InboundServiceIntent service, ControlPlaneModel? controlPlane) =>
        Asked with
        {
            Service = service,
            ControlPlane = controlPlane,
        };
}
