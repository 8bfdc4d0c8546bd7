using MeshStack.Analysis.Findings;

namespace MeshStack.Analysis.Tests.Access.Findings;

public sealed class FindingCaseTests
{
    public static TheoryData<FindingCase> Cases => [.. FindingCase.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ExactlyWhatACaseNamesIsFound(FindingCase one)
    {
        var found = one.Found();
        Assert.True(one.Expected.SequenceEqual(found), $"found:\n{string.Join('\n', found)}");
    }

    [Fact]
    public void EveryCodeHasACase()
    {
        var found = FindingCase.All.SelectMany(one => one.Expected).Select(line => line.Split(' ')[1]).ToHashSet();
        var codes = typeof(AccessFindingCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        Assert.Empty(codes.Except(found));
    }
}
