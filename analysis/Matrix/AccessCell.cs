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

    /// <summary>What the caller may send: the cell says the same of each. Another cell may say otherwise of another one that the way lets
    /// through.</summary>
    public IReadOnlyList<RequestProtocol> Protocols { get; init; } = [RequestProtocol.Http];

    /// <summary>The Service of a gateway that a caller in the mesh connects to, where it asks there for the host; null where it asks for
    /// the host itself.</summary>
    public string? Gateway { get; init; }

    /// <summary>True where it is copies that arrive, which a proxy on the way sends of the requests.</summary>
    public bool IsMirrored { get; init; }

    /// <summary>True where another cell says as much of a caller with an identity that no workload has.</summary>
    internal bool IsImplied { get; init; }

    /// <summary>True for a way other than that of the name itself in the port's own protocol.</summary>
    internal bool IsAside { get; init; }

    /// <summary>True where who calls does not matter.</summary>
    internal bool IsForAnyone { get; init; }

    /// <summary>Who is called: the accounts of the workloads at which the requests arrive, but for gateways, which pass on and call nobody
    /// by themselves. The target's name does not tell them, as a workload's own name may be another one's Service.</summary>
    internal IReadOnlyList<AccessCaller> Behind { get; init; } = [];

    /// <summary>True where it is not decided where the requests end: they may come to other targets as well.</summary>
    public bool IsTargetUndecided { get; init; }
}
