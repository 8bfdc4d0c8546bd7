using System.Globalization;

namespace MeshStack.Analysis.Diversions;

/// <summary>Calls that an object of somebody else's namespace routes as things are.</summary>
/// <param name="Cluster">The callers' cluster.</param>
/// <param name="From">Their namespaces; none where they are clients outside of the mesh.</param>
/// <param name="Host">The name.</param>
/// <param name="Port">The port.</param>
/// <param name="Kind">The kind of the object: VirtualService or ServiceEntry.</param>
/// <param name="Namespace">The object's namespace.</param>
/// <param name="Name">Its name.</param>
public sealed record TakenCalls(
    string Cluster,
    IReadOnlyList<string> From,
    string Host,
    int Port,
    string Kind,
    string Namespace,
    string Name
)
{
    /// <summary>The calls and the object in a few words.</summary>
    public override string ToString()
    {
        var callers = From.Count == 0 ? "outside" : string.Join(", ", From);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Namespace}/{Name}, a {Kind}, takes calls of {Cluster} {callers} to {Host}:{Port} now"
        );
    }
}
