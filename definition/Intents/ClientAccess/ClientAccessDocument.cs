namespace MeshStack.Definition;

/// <summary>A document of kind ClientAccess, before anybody looked for its service.</summary>
internal sealed class ClientAccessDocument : IntentDocument
{
    private readonly ClientAccessIntent _asked;

    public ClientAccessDocument(IntentReader reader)
        : base(reader)
    {
        _asked = reader.Bind<ClientAccessIntent>();
        (Service, Cluster) = (reader.Reference("service") ?? "", reader.Reference("cluster"));
    }

    /// <summary>The service that it names.</summary>
    public string Service { get; }

    /// <summary>The caller's cluster, where it names one.</summary>
    public string? Cluster { get; }

    /// <summary>What the caller is.</summary>
    public string Type => _asked.Type;

    /// <inheritdoc/>
    public override string? RenamedFrom => _asked.RenamedFrom;

    /// <inheritdoc/>
    public override NamedCaller Caller => new(Service, Cluster, _asked.Namespace, _asked.ServiceAccount);

    /// <summary>What it asks for, of a service and from a cluster.</summary>
    public ClientAccessIntent For(InboundServiceIntent service, ControlPlaneModel? controlPlane) =>
        _asked with
        {
            Service = service,
            ControlPlane = controlPlane,
        };
}
