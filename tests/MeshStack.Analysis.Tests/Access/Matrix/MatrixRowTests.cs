using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>What the matrix of a case says of callers and services, under whatever names and by whatever ways.</summary>
public sealed class MatrixRowTests
{
    public static TheoryData<AccessCase> Cases => [.. AccessCase.All.Where(one => one.Field["rows"].HasContent)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void RowsAreWhatTheCaseSays(AccessCase one)
    {
        var matrix = AccessMatrix.From(one.Snapshot());

        Assert.All(
            one.Field["rows"].Items,
            row =>
            {
                var cells = matrix
                    .Cells.Where(cell => cell.Target.ToString() == row["to"].Text && IsOf(cell.Caller, row["from"].Text!))
                    .ToArray();
                var answer =
                    cells.Any(cell => cell.Requests.Certain.Contains(new SampleRequest())) ? "open"
                    : cells.Any(cell => cell.Requests.Possible.Contains(new SampleRequest())) ? "undecided"
                    : "closed";
                Assert.True(
                    row["is"].Text == answer,
                    $"{row["from"].Text} to {row["to"].Text} is {answer}:\n"
                        + string.Join('\n', matrix.Cells.Select(cell => $"{cell.Caller} -> {cell.Target} as {cell.Host}: {cell.Requests}"))
                );
            }
        );
    }

    [Fact]
    public void ManyCasesHaveRows() => Assert.InRange(Cases.Count, 35, AccessCase.All.Count);

    private static bool IsOf(AccessCaller caller, string name) =>
        caller.ToString() == name
        || (
            caller is { IsEveryone: true, Identity: null }
            && name.StartsWith($"{caller.Cluster} ", StringComparison.Ordinal)
            && !name.Contains(" any ", StringComparison.Ordinal)
        );
}
