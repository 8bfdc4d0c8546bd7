using System.Globalization;

namespace MeshStack.Analysis.Diversions;

/// <summary>Calls of one namespace, or of clients outside, to one name, and the namespaces whose objects could take them.</summary>
/// <param name="Cluster">The callers' cluster.</param>
/// <param name="From">Their namespace; null for clients outside of the mesh.</param>
/// <param name="Host">The name.</param>
/// <param name="Port">The port.</param>
/// <param name="Kind">The kind of the object: VirtualService or ServiceEntry.</param>
/// <param name="Namespaces">The namespaces, besides those of the callers and of the service and the root namespace.</param>
/// <param name="IsAnyOther">True where an object of any other namespace could, one that is made tomorrow among them.</param>
/// <param name="IsUndecided">True where it depends on which object is the oldest, or on what is not shown.</param>
public sealed record InterceptedCalls(
    string Cluster,
    string? From,
    string Host,
    int Port,
    string Kind,
    IReadOnlyList<string> Namespaces,
    bool IsAnyOther,
    bool IsUndecided
)
{
    /// <summary>A Sidecar of the callers' namespace with which no other namespace could; null where there is none, or it would leave
    /// some.</summary>
    public Manifest? ClosedBy { get; init; }

    /// <summary>Why there is none, in a few words; null where there is one.</summary>
    public string? WhyNoSidecar { get; init; }

    /// <summary>The namespaces that the name is a matter of: those of what answers, the root namespace, and those that have an object for
    /// it already, but for those whose objects take calls of others by it.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>The other namespaces that call the name: each may route its own calls.</summary>
    public IReadOnlyList<string> Callers { get; init; } = [];

    /// <summary>The calls in a few words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cluster} {From ?? "outside"} → {Host}:{Port}");
}
