using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation;

/// <summary>What would keep a request away that gets through.</summary>
internal static class Closings
{
    /// <summary>A verdict with what a proxy on the way could keep the request away by, where somebody asks.</summary>
    public static Verdict Add(Verdict verdict, RequestContext context, Func<IEnumerable<TraceStep>> closings) =>
        context.Requests.IsExplained && verdict is Verdict.Allowed
            ? verdict with
            {
                ClosedBy = [.. closings(), .. verdict.ClosedBy],
            }
            : verdict;

    /// <summary>A verdict on a request that goes several ways, with the closings of all of them.</summary>
    public static Verdict Of(Verdict verdict, IEnumerable<Verdict> ways) =>
        verdict with
        {
            ClosedBy = [.. ways.SelectMany(way => way.ClosedBy).DistinctBy(closing => (closing.Step, closing.Proxy, closing.Outcome))],
        };
}
