namespace MeshStack.Definition;

/// <summary>A document of kind InboundService.</summary>
internal sealed class InboundServiceDocument : IntentDocument
{
    public InboundServiceDocument(IntentReader reader)
        : base(reader)
    {
        var asked = reader.Bind<InboundServiceIntent>();
        Cluster = reader.Reference("cluster") ?? "";
        IsPlaced = reader.ControlPlanes.TryGetValue(Cluster, out var controlPlane);
        Intent = asked with { ControlPlane = controlPlane ?? new(new ClusterIdentity(Cluster)), Service = asked.Service ?? Name };
    }

    /// <inheritdoc/>
    public override string? RenamedFrom => Intent.RenamedFrom;

    /// <summary>The cluster that it names.</summary>
    public string Cluster { get; }

    /// <summary>Whether there is such a cluster; without one only names and values can be checked.</summary>
    public bool IsPlaced { get; }

    /// <summary>What it asks for.</summary>
    public InboundServiceIntent Intent { get; }

    /// <inheritdoc/>
    public override NamedServer Server =>
        new(Cluster, Intent.Namespace, Intent.ServiceAccount, [Intent.Service, .. Intent.InstanceServices]);
}
