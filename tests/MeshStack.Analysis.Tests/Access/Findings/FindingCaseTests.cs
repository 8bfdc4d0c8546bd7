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

    [Fact]
    public void EveryCodeIsOfARule()
    {
        var codes = typeof(AccessFindingCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(codes.Order(StringComparer.Ordinal), AccessRules.All.Select(rule => rule.Code));
    }

    [Fact]
    public void NoFindingWeighsMoreThanItsRule()
    {
        var found = FindingCase.All.SelectMany(one => one.Expected).Select(line => line.Split(' ')).ToList();
        foreach (var rule in AccessRules.All)
        {
            var weights = found.Where(line => line[1] == rule.Code).Select(line => Enum.Parse<Severity>(line[0], ignoreCase: true));
            Assert.Equal(rule.Severity, weights.Max());
        }
    }
}
