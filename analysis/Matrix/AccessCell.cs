using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Matrix;

/// <summary>The requests of one caller that get through to one target under one name.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Target">What is reached.</param>
/// <param name="Host">The name under which the caller asks: a Service's host or a ServiceEntry's.</param>
/// <param name="HostPort">The port that it asks for.</param>
/// <param name="Requests">The requests that get through; all or none where the target does not speak HTTP.</param>
/// <param name="Because">The objects that decide.</param>
/// <param name="Through">The gateways in between, if any.</param>
public sealed record AccessCell(
    AccessCaller Caller,
    AccessTarget Target,
    string Host,
    int HostPort,
    RequestBounds Requests,
    IReadOnlyList<Cause> Because,
    string? Through
)
{
    /// <summary>False where connections get through, not requests.</summary>
    public bool IsHttp { get; init; } = true;

    /// <summary>True where it is not decided where the requests end: they may come to other targets as well.</summary>
    public bool IsTargetUndecided { get; init; }
}
