using MeshStack.Definition.Intents;

namespace MeshStack.Definition;

/// <summary>A document of kind InboundService.</summary>
internal sealed class InboundServiceDocument : IntentDocument
{
    public InboundServiceDocument(IntentReader reader)
        : base(reader)
    {
        var asked = reader.Bind<InboundServiceIntent>();
        var given = NamedClusters.Read(reader, at: "");
        Clusters = [.. given.Several.Prepend(given.One).OfType<ControlPlaneModel>().Select(one => one.Cluster.Name)];
        IsPlaced = Clusters.Count > 0 && Clusters.All(reader.ControlPlanes.ContainsKey);
        if (given is { One: not null, Several.Count: > 0 })
        {
            reader.Problems.Error(reader.Lines.Find("clusters"), "clusters", CallerRules.NotBeside("cluster"));
        }

        Intent = asked with
        {
            ControlPlane = given.Several is [var first, ..] ? first : given.One ?? new(new ClusterIdentity("")),
            ControlPlanes = given.Several,
            Service = asked.Service ?? Name,
        };
    }

    /// <inheritdoc/>
    public override string? RenamedFrom => Intent.RenamedFrom;

    /// <summary>The clusters that it names; one but for a service in several.</summary>
    public IReadOnlyList<string> Clusters { get; }

    /// <summary>Whether there are such clusters; without them only names and values can be checked.</summary>
    public bool IsPlaced { get; }

    /// <summary>What it asks for.</summary>
    public InboundServiceIntent Intent { get; }

    /// <inheritdoc/>
    public override IEnumerable<NamedServer> Servers =>
        Clusters.Select(cluster => new NamedServer(
            cluster,
            Intent.Namespace,
            Intent.ServiceAccount,
            [Intent.Service, .. Intent.InstanceServices]
        ));

    /// <summary>The clusters that it names, for messages.</summary>
    public string Place => string.Join(",", Clusters);
}
