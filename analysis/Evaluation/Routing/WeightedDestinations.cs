using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Routing;

/// <summary>The destinations of a route with the share that each of them gets.</summary>
/// <remarks>
/// One destination gets all whatever its weight; of several each gets its part of the sum of the weights.
/// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/route/route.go, applyHTTPRouteDestination, and
/// networkfilter.go, buildOutboundNetworkFiltersWithWeightedClusters.
/// </remarks>
internal sealed record WeightedDestinations(IReadOnlyList<WeightedDestinations.Weighted> All)
{
    /// <summary>Those that get anything, or may.</summary>
    public IReadOnlyList<Weighted> Taken => All.Any(one => one.Share == Share.None) ? [.. All.Where(one => one.Share != Share.None)] : All;

    /// <summary>The weights, in words.</summary>
    public string Weights => string.Join(", ", All.Select(one => one.Entry["weight"].Scalar() ?? "0"));

    public static WeightedDestinations Of(IReadOnlyList<Field> entries)
    {
        if (entries.Count < 2)
        {
            return new([.. entries.Select(entry => new Weighted(entry, Share.All))]);
        }

        // A weight that nobody can see leaves no share known but those of none.
        var weights = entries.Select(entry => Mask.IsIn(entry["weight"].Text) ? null : (long?)Math.Max(0, entry["weight"].Integer ?? 0));
        var given = weights.ToArray();
        long? sum = given.Contains(null) ? null : given.Sum();
        return new([
            .. entries.Select(
                (entry, index) =>
                    new Weighted(
                        entry,
                        given[index] == 0 ? Share.None
                            : sum is { } whole ? Share.Of(given[index]!.Value, whole)
                            : null
                    )
            ),
        ]);
    }

    /// <summary>A destination, and what it gets; null where that is not known.</summary>
    internal readonly record struct Weighted(Field Entry, Share? Share);
}
