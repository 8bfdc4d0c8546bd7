using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Evaluation;

/// <summary>An object that said where a request is sent, after others did.</summary>
/// <param name="Before">What was said before; null for nothing.</param>
/// <param name="Cause">The object; null for a service.</param>
/// <param name="Service">The service that the request goes to; null for another object.</param>
internal sealed record RouteStep(RouteStep? Before, Cause? Cause, MeshService? Service)
{
    /// <summary>The objects in their order, of which a service is put into words only here: most calls are never reported.</summary>
    public static IReadOnlyList<Cause> Causes(RouteStep? last)
    {
        List<Cause> causes = [];
        for (var step = last; step is not null; step = step.Before)
        {
            causes.Add(step.Cause ?? step.Service!.Because("calls go to it"));
        }

        causes.Reverse();
        return causes;
    }

    /// <summary>True where an object of a kind is among them.</summary>
    public static bool Has(RouteStep? last, string kind)
    {
        for (var step = last; step is not null; step = step.Before)
        {
            if ((step.Cause?.Kind ?? step.Service!.Kind) == kind)
            {
                return true;
            }
        }

        return false;
    }
}
