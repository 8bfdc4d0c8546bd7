using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>A question of the matrix: who asked, for what, and what the requests came by.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Protocol">What was sent.</param>
/// <param name="Trace">What the requests came by.</param>
/// <param name="Callers">Who asked.</param>
/// <param name="IsMade">Whether one of them can make some of the requests.</param>
internal sealed record AskedQuestion(
    HostPort Asked,
    RequestProtocol Protocol,
    CoverageTrace Trace,
    Func<IEnumerable<AccessCaller>> Callers,
    Func<RequestSet, bool> IsMade
)
{
    /// <summary>True for the name itself, neither a gateway's nor a pod's own address.</summary>
    public bool IsOfName => Asked is { Gateway: null, IsOfPods: false };

    /// <summary>True where a proxy does something with some of the requests.</summary>
    public bool IsHandled => Trace.Handlings.Count > 0;

    /// <summary>True where routes do not leave it at one service that gets all.</summary>
    public bool HasShares => Trace.HasShares;

    /// <summary>True where the answer is not known for all of the requests.</summary>
    public bool IsUndecided => Trace.IsUndecided;
}
