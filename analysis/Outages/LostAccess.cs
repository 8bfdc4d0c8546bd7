using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Outages;

/// <summary>What a caller does not get any more.</summary>
/// <param name="Caller">Who loses it.</param>
/// <param name="Target">Where it got it.</param>
/// <param name="Hosts">The names, with their ports, under which it asked.</param>
/// <param name="Requests">The requests; all of them where the target does not speak HTTP.</param>
/// <param name="IsHttp">False where connections are lost, not requests.</param>
/// <param name="IsUndecided">True where some of them may have been refused before, or may get through still.</param>
/// <param name="DependsOnName">True where the caller fares otherwise under another name of the target.</param>
/// <param name="Because">The objects that decided before.</param>
public sealed record LostAccess(
    AccessCaller Caller,
    AccessTarget Target,
    IReadOnlyList<string> Hosts,
    RequestSet Requests,
    bool IsHttp,
    bool IsUndecided,
    bool DependsOnName,
    IReadOnlyList<Cause> Because
);
