using MeshStack.Analysis.Evaluation;

namespace MeshStack.Analysis.Tests.Access;

public sealed class AccessEvaluatorTests
{
    public static TheoryData<AccessCase> Cases => [.. AccessCase.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void RequestsEndAsInIstio(AccessCase one)
    {
        var verdict = AccessEvaluator.Evaluate(one.Snapshot(), one.Caller(), one.Request());

        var expected = one.Field["expect"];
        var shown = $"{verdict.Decision} at {verdict.Step}: {verdict.Reason}\n{string.Join('\n', verdict.Trace)}";
        Assert.True(expected["decision"].Text == verdict.Decision, shown);
        Assert.True(
            expected["step"].Text is not { } step || string.Equals(step, verdict.Step.ToString(), StringComparison.OrdinalIgnoreCase),
            shown
        );
        Assert.True(
            expected["object"].Text is not { } name
                || verdict.Because.Any(cause =>
                    name == (cause.Namespace is null ? $"{cause.Kind} {cause.Name}" : $"{cause.Kind} {cause.Namespace}/{cause.Name}")
                ),
            shown + string.Join('\n', verdict.Because)
        );
        Assert.True(expected["reason"].Text is not { } reason || verdict.Reason.Contains(reason, StringComparison.Ordinal), shown);
        Assert.True(
            expected["assumption"].Text is not { } assumption
                || verdict.Assumptions.Any(given => given.Contains(assumption, StringComparison.Ordinal)),
            string.Join('\n', verdict.Assumptions)
        );
        Assert.True(
            !expected["mirrored"].Exists
                || expected["mirrored"]
                    .Entries.Select(copy => $"{copy.Name} {copy.Text}")
                    .SequenceEqual(verdict.Mirrored.Select(copy => $"{copy.Namespace}/{copy.Service}:{copy.Port} {copy.Verdict.Decision}")),
            string.Join('\n', verdict.Mirrored)
        );
    }

    [Fact]
    public void EveryCaseNamesItsSourceAndWhatItExpects() =>
        Assert.All(
            AccessCase.All,
            one =>
                Assert.True(
                    one.Field["title"].HasContent
                        && one.Field["source"].HasContent
                        && one.Field["expect"]["decision"].HasContent
                        && one.Field["expect"]["step"].HasContent,
                    one.Path
                )
        );
}
