namespace MeshStack.Definition;

/// <summary>A document of kind ServiceRoute, before anybody looked for the services that it names.</summary>
internal sealed class ServiceRouteDocument : IntentDocument
{
    public ServiceRouteDocument(IntentReader reader)
        : base(reader)
    {
        var asked = reader.Bind<ServiceRouteIntent>();
        Service = reader.Reference("service") ?? "";
        Asked = asked with { Name = Name, ServiceName = Service };
    }

    /// <summary>The service that it names.</summary>
    public string Service { get; }

    /// <summary>What it asks for, of services that nobody knows.</summary>
    public ServiceRouteIntent Asked { get; }

    /// <inheritdoc/>
    public override string? RenamedFrom => Asked.RenamedFrom;
}
