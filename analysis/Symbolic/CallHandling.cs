using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Symbolic;

/// <summary>What a proxy does with some requests of one question.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="End">Where they end, or what is made of them.</param>
/// <param name="Requests">The requests, in the caller's own terms.</param>
/// <param name="RoutedBy">The last of the objects that say so.</param>
/// <param name="Leg">The destination of the last route that sent them; null where no route did.</param>
/// <param name="IsPerhaps">True where it is not known that a route takes them.</param>
internal sealed record CallHandling(CallEffect Effect, CallEnd End, RequestSet Requests, RouteStep? RoutedBy, RouteLeg? Leg, bool IsPerhaps)
{
    /// <summary>The objects that say so.</summary>
    public IReadOnlyList<Cause> Because => RouteStep.Causes(RoutedBy);
}
