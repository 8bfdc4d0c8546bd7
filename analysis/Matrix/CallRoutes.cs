using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Matrix;

/// <summary>By whose VirtualServices calls to a name go.</summary>
internal static class CallRoutes
{
    /// <summary>Calls that VirtualServices route, by name and object.</summary>
    public static IEnumerable<RoutedCalls> Of(AccessMatrix matrix)
    {
        var questions = matrix.Questions.Where(question => question.IsOfName).ToArray();
        var ends = questions.ToLookup(question => (question.Asked.Host, question.Asked.Port));
        return from question in questions
            let routed = question
                .Trace.Handlings.Where(handling => RouteStep.Has(handling.RoutedBy, "VirtualService"))
                .SelectMany(handling => handling.Because)
                .Where(cause => cause.Kind == "VirtualService")
                .Select(cause => cause with { Detail = "" })
                .Distinct()
                .ToArray()
            where routed.Length > 0
            let first = question.Callers().First()
            from cause in routed
            group (question, first) by (first.Cluster, first.IsOutside, question.Asked.Host, question.Asked.Port, By: cause) into same
            select new RoutedCalls(
                same.First().first,
                same.SelectMany(one => one.question.Callers()).Distinct(),
                same.Key.Host,
                same.Key.Port,
                same.Key.By,
                ends[(same.Key.Host, same.Key.Port)].SelectMany(EndsOf)
            );
    }

    private static IEnumerable<string> EndsOf(AskedQuestion question) =>
        question
            .Trace.Handlings.Where(handling => handling.Effect == CallEffect.Sent)
            .Select(handling => handling.End.Workload?.Namespace)
            .OfType<string>();
}
