using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Authorization;

/// <summary>Which conditions keep a policy's rules from matching: of the rule that has the fewest of them.</summary>
internal static class NearestRule
{
    /// <summary>A cause for each failed condition.</summary>
    public static IReadOnlyList<Cause> Of(AuthorizationPolicyConfig policy, Arrival arrival) =>
        policy.Rules.Count == 0
            ? [policy.Because("it has no rules")]
            :
            [
                .. policy
                    .Rules.Select(rule => Failed(rule, arrival))
                    .MinBy(failed => failed.Length)!
                    .DefaultIfEmpty("none of its rules matches")
                    .Select(policy.Because),
            ];

    private static string[] Failed(AuthorizationRule rule, Arrival arrival)
    {
        string[] leftOut =
        [
            .. rule
                .Sources.Concat(rule.Operations)
                .SelectMany(tests => tests)
                .Concat(rule.Conditions)
                .Select(test => FailedCondition.LeavingOut(test, arrival.Http is null))
                .OfType<string>(),
        ];
        return leftOut.Length > 0
            ? leftOut
            : [.. Fewest(rule.Sources, arrival), .. Fewest(rule.Operations, arrival), .. Failed(rule.Conditions, arrival)];
    }

    private static string[] Fewest(IReadOnlyList<IReadOnlyList<AttributeTest>> alternatives, Arrival arrival) =>
        alternatives.Select(tests => Failed(tests, arrival)).MinBy(failed => failed.Length)!;

    private static string[] Failed(IReadOnlyList<AttributeTest> tests, Arrival arrival) =>
        [.. tests.SelectMany(test => FailedCondition.Of(test, arrival))];
}
