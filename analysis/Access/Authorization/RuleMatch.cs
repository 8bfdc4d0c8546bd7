namespace MeshStack.Analysis.Access;

/// <summary>Whether a rule matches one request.</summary>
internal static class RuleMatch
{
    public static Certainty Matches(this AuthorizationRule rule, Arrival arrival) =>
        Certainty.Any(rule.Sources, source => All(source, arrival))
            .And(Certainty.Any(rule.Operations, operation => All(operation, arrival)))
            .And(All(rule.Conditions, arrival));

    private static Certainty All(IReadOnlyList<AttributeTest> tests, Arrival arrival) => Certainty.All(tests, test => Matches(test, arrival));

    private static Certainty Matches(AttributeTest test, Arrival arrival)
    {
        var one = test.Values.Count == 0 ? Certainty.Yes : Certainty.Any(test.Values, value => AttributeMatch.Matches(test, value, arrival));
        return test.NotValues.Count == 0 ? one : one.And(!Certainty.Any(test.NotValues, value => AttributeMatch.Matches(test, value, arrival)));
    }
}
