using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation;

/// <summary>One destination of a route at a proxy, as a part of the way of requests: others that are alike are other ones.</summary>
/// <param name="split">The route.</param>
/// <param name="share">The destination, and what it gets.</param>
internal sealed class RouteLeg(RouteSplit split, CallShare share)
{
    public RouteSplit Split => split;

    public CallShare Share => share;
}
