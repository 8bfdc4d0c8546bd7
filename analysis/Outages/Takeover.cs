using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Outages;

/// <summary>Other targets answer what a caller asks for under the same name.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Host">The name, with its port, under which it asks.</param>
/// <param name="Gone">The targets that answered before, among others.</param>
/// <param name="By">Those that answer now.</param>
/// <param name="Requests">The requests that are taken over; all of them where the targets do not speak HTTP.</param>
/// <param name="IsHttp">False where connections are taken over, not requests.</param>
/// <param name="IsUndecided">True where it is not known of all of them that they get through.</param>
/// <param name="ComesTo">For a caller outside of the mesh the cluster to whose gateways it has to come now; else null.</param>
public sealed record Takeover(
    AccessCaller Caller,
    string Host,
    IReadOnlyList<AccessTarget> Gone,
    IReadOnlyList<ReachedTarget> By,
    RequestSet Requests,
    bool IsHttp,
    bool IsUndecided,
    string? ComesTo
);
