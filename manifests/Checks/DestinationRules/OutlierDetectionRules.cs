namespace MeshStack.Manifests;

/// <summary>Rules on outlier detection.</summary>
internal static class OutlierDetectionRules
{
    private static readonly string[] Percentages = ["maxEjectionPercent", "minHealthPercent"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "outlier-percentage",
            Severity.Error,
            "DestinationRule",
            "The percentages of outlier detection are 0 to 100.",
            "More than all or less than none of the endpoints cannot be ejected or healthy.",
            "Write 0 to 100.",
            Percentage
        ),
        new(
            "outlier-local-origin",
            Severity.Error,
            "DestinationRule",
            "Local origin failures are counted only where they are split from external ones.",
            "Local failures are counted with all others unless they are split, so the limit would never be reached.",
            "Set splitExternalLocalOriginErrors to true, or remove the limit.",
            LocalOrigin
        ),
        new(
            "outlier-consecutive-errors",
            Severity.Warning,
            "DestinationRule",
            "Outlier detection counts consecutive5xxErrors or consecutiveGatewayErrors.",
            "The field is not read any more, so errors are counted by the defaults.",
            "Write consecutive5xxErrors or consecutiveGatewayErrors.",
            subject => ConsecutiveErrors(TrafficPolicies.Outermost(subject))
        ),
        new(
            "outlier-consecutive-errors-nested",
            Severity.Warning,
            "DestinationRule",
            "Outlier detection of subsets and ports counts consecutive5xxErrors or consecutiveGatewayErrors.",
            "The field is not read any more, and istiod says so only of the outermost traffic policy.",
            "Write consecutive5xxErrors or consecutiveGatewayErrors for that subset or port.",
            subject => ConsecutiveErrors(TrafficPolicies.Nested(subject)),
            RuleOrigin.MeshStack
        ),
    ];

    private static IEnumerable<Field> Of(Subject subject) =>
        TrafficPolicies.Of(subject).Select(policy => policy["outlierDetection"]).Where(outlier => outlier.Exists);

    private static IEnumerable<Problem> Percentage(Subject subject) =>
        from outlier in Of(subject)
        from field in Percentages.Select(key => outlier[key])
        where field.Number is < 0 or > 100
        select new Problem(field, $"{field.Name} is {field.Value}; percentages are 0 to 100.");

    private static IEnumerable<Problem> LocalOrigin(Subject subject) =>
        from outlier in Of(subject)
        let field = outlier["consecutiveLocalOriginFailures"]
        where field.Integer > 0 && !outlier["splitExternalLocalOriginErrors"].IsTrue
        select new Problem(
            field,
            "consecutiveLocalOriginFailures is given, but splitExternalLocalOriginErrors is not true; they are counted only together."
        );

    private static IEnumerable<Problem> ConsecutiveErrors(IEnumerable<Field> policies) =>
        from policy in policies
        let field = policy["outlierDetection"]["consecutiveErrors"]
        where field.Integer is not null and not 0
        select new Problem(field, "consecutiveErrors is deprecated and not used; write consecutive5xxErrors or consecutiveGatewayErrors.");
}
