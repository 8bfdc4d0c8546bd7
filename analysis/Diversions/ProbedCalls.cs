using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Diversions;

/// <summary>Calls of one namespace, or of clients outside, to one name, that somebody could take.</summary>
/// <param name="ControlPlane">The cluster whose objects configure the callers' proxies.</param>
/// <param name="Cluster">The callers' cluster.</param>
/// <param name="From">Their namespace; null for clients outside.</param>
/// <param name="Callers">Who calls: proxies of one namespace need not be alike.</param>
/// <param name="Host">The name.</param>
/// <param name="Port">The port.</param>
/// <param name="Protocol">What is sent.</param>
/// <param name="Owners">The namespaces of what answers.</param>
internal sealed record ProbedCalls(
    string ControlPlane,
    string Cluster,
    string? From,
    IReadOnlyList<AccessCaller> Callers,
    string Host,
    int Port,
    RequestProtocol Protocol,
    IReadOnlyList<string> Owners
)
{
    // Each is there once.
    public bool Equals(ProbedCalls? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
