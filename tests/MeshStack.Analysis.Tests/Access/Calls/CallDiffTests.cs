using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Findings;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Calls;

public sealed class CallDiffTests
{
    public static TheoryData<CallCase> Cases => [.. CallCase.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void CallsOfWhichSomethingElseBecomesAreTold(CallCase one) =>
        Assert.Equal(one.Expected, one.Changes().Select(change => change.ToString()));

    /// <summary>What a stranger's namespace does is found in the objects alone, too.</summary>
    [Theory]
    [InlineData("mirror-of-all", true)]
    [InlineData("one-percent", true)]
    [InlineData("path-of-a-stranger", true)]
    [InlineData("header-of-a-stranger", true)]
    [InlineData("fault-for-some", true)]
    [InlineData("answer-in-place", true)]
    [InlineData("redirect", true)]
    [InlineData("query-of-a-stranger", true)]
    [InlineData("tls-of-a-stranger", true)]
    [InlineData("route-that-leads-nowhere", true)]
    [InlineData("one-path-and-no-other", true)]
    [InlineData("timeouts-alone", false)]
    [InlineData("canary-of-its-own", false)]
    [InlineData("entry-by-dns", false)]
    [InlineData("rewritten-path", false)]
    public void ARouteOfAnotherNamespaceIsFound(string name, bool isFound)
    {
        var one = CallCase.All.Single(other => other.File == $"{name}.yaml");
        Assert.False(IsFound(one.Before));
        Assert.Equal(isFound, IsFound(one.After));

        static bool IsFound(SnapshotSources sources)
        {
            var snapshot = Snapshot.From(sources);
            return AccessFindings
                .Of(snapshot, AccessMatrix.From(snapshot))
                .Any(finding => finding.Code == AccessFindingCodes.RoutedByAnotherNamespace);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void NothingBecomesOfCallsThatNothingChanges(CallCase one)
    {
        var matrix = AccessMatrix.From(Snapshot.From(one.After));
        Assert.Empty(CallDiff.Between(matrix, AccessMatrix.From(Snapshot.From(one.After))));
    }
}
