using MeshStack.Analysis.Diff;
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

    [Theory]
    [MemberData(nameof(Cases))]
    public void NothingBecomesOfCallsThatNothingChanges(CallCase one)
    {
        var matrix = AccessMatrix.From(Snapshot.From(one.After));
        Assert.Empty(CallDiff.Between(matrix, AccessMatrix.From(Snapshot.From(one.After))));
    }
}
