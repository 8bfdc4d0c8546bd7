using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Authorization;

/// <summary>Whether a rule matches one request.</summary>
internal static class RuleMatch
{
    public static Certainty Matches(this AuthorizationRule rule, Arrival arrival) =>
        Certainty
            .Any(rule.Sources, source => All(source, arrival))
            .And(Certainty.Any(rule.Operations, operation => All(operation, arrival)))
            .And(All(rule.Conditions, arrival))
            .And(rule.Unreadable is null ? Certainty.Yes : Certainty.Unknown(rule.Unreadable.Reason));

    private static Certainty All(IReadOnlyList<AttributeTest> tests, Arrival arrival) =>
        Certainty.All(tests, test => Matches(test, arrival));

    private static Certainty Matches(AttributeTest test, Arrival arrival)
    {
        var one = test.Values.Count == 0 && test.HiddenValue is null ? Certainty.Yes : Any(test, test.Values, test.HiddenValue, arrival);
        return test.NotValues.Count == 0 && test.HiddenNotValue is null
            ? one
            : one.And(!Any(test, test.NotValues, test.HiddenNotValue, arrival));
    }

    private static Certainty Any(AttributeTest test, IReadOnlyList<string> values, Unreadable? hidden, Arrival arrival)
    {
        var any = Certainty.Any(values, value => AttributeMatch.Matches(test, value, arrival));
        return any.IsYes || hidden is null || !MayMatch(test, arrival) ? any : Certainty.Unknown(hidden.Reason);
    }

    // No value at all matches what a request does not have.
    private static bool MayMatch(AttributeTest test, Arrival arrival) =>
        test.IsOfPeer ? arrival.Peer is not null
        : test.IsOfToken ? arrival.Token is not null
        : test.Attribute == RequestAttribute.Header
            ? arrival.Http is { } http && http.Header(test.Key) is not { Value: null, Unknown: null }
        : !test.IsHttpOnly || arrival.Http is not null;
}
