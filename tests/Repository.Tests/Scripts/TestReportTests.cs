using MeshStack.TestReport;

namespace Repository.Tests.Scripts;

/// <summary>What the results of the tests are taken for.</summary>
public sealed class TestReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void PassedTestsAreGood()
    {
        Results.Write(_folder.Path, "B.Tests", ("B.X.One", "Passed", null), ("B.X.Two(a: 1)", "Passed", null));
        Results.Write(_folder.Path, "Another.Tests", ("A.X.One", "Passed", null));
        var report = Read();
        Assert.True(report.IsGood);
        Assert.Equal(
            """
                           passed  failed  skipped  seconds
            Another.Tests       1       0        0      2.5
            B.Tests             2       0        0      2.5

            3 passed, 0 failed, 0 skipped

            """,
            report.Text
        );
    }

    [Fact]
    public void ASkippedTestIsNamedWithItsReason()
    {
        Results.Write(
            _folder.Path,
            "A.Tests",
            ("A.X.One", "Passed", null),
            ("A.X.Two(a: 1)", "NotExecuted", "the file is not there\nand more"),
            ("A.X.Two(a: 2)", "NotExecuted", "the file is not there"),
            ("A.X.Three", "NotExecuted", "no time")
        );
        var report = Read();
        Assert.False(report.IsGood);
        Assert.Equal(
            """
                     passed  failed  skipped  seconds
            A.Tests       1       0        3      2.5
            skipped: A.X.Two (2 cases): the file is not there
            skipped: A.X.Three: no time

            1 passed, 0 failed, 3 skipped

            """,
            report.Text
        );
    }

    [Theory]
    [InlineData("Failed", "failed")]
    [InlineData("Timeout", "failed")]
    [InlineData("Aborted", "failed")]
    [InlineData("Inconclusive", "skipped")]
    [InlineData("NotRunnable", "skipped")]
    [InlineData("InProgress", "skipped")]
    public void WhatDidNotPassIsNotGood(string outcome, string word)
    {
        Results.Write(_folder.Path, "A.Tests", ("A.X.One", "Passed", null), ("A.X.Two", outcome, null));
        var report = Read();
        Assert.False(report.IsGood);
        Assert.Contains($"\n{word}: A.X.Two\n", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AProjectWithoutResultsRanNoTest()
    {
        Results.Write(_folder.Path, "A.Tests", ("A.X.One", "Passed", null));
        Results.Ask(_folder.Path, "B.Tests");
        var report = Read();
        Assert.False(report.IsGood);
        Assert.Contains("\nB.Tests ran no test: there are no results of it\n", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AProjectWithEmptyResultsRanNoTest()
    {
        Results.Write(_folder.Path, "A.Tests");
        Assert.False(Read().IsGood);
        Assert.Contains("\nA.Tests ran no test\n", Read().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunThatWasBrokenOffIsNotGood()
    {
        Results.Write(_folder.Path, "A.Tests", "Failed", ("A.X.One", "Passed", null));
        Assert.False(Read().IsGood);
        Assert.Contains("\nA.Tests was broken off: The host has crashed.\n", Read().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ResultsThatCannotBeReadAreNotGood()
    {
        Results.Ask(_folder.Path, "A.Tests");
        _folder.Write("A.Tests.trx", "<TestRun");
        Assert.False(Read().IsGood);
        Assert.Contains("\nA.Tests has results that cannot be read: ", Read().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void NoTestProjectIsNotGood()
    {
        Assert.False(Read().IsGood);
        Assert.Contains("no test project was asked for its tests\n", Read().Text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Report Read() => Report.From(ProjectRun.ReadAll(_folder.Path));
}
