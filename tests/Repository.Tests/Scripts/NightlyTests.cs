namespace Repository.Tests.Scripts;

/// <summary><c>.ci/nightly</c>.</summary>
public sealed class NightlyTests : IDisposable
{
    private readonly FakeDotnet _fake = new(".ci/nightly");

    public NightlyTests() => _fake.Write("tests/Some.Tests/Deep/SomePropertyTests.cs", "");

    [Fact]
    public async Task OneClassIsRunAndReported()
    {
        _fake.Write("found/A.trx", "");
        Assert.Equal(new(0, "", ""), await _fake.Here.RunAsync(".ci/nightly", "SomePropertyTests", "results"));
        Assert.Equal(
            "test tests/Some.Tests --configuration Release --nologo --filter FullyQualifiedName~.SomePropertyTests. "
                + "-p:TestResults=HERE/results\n"
                + "build .ci/TestReport --nologo --verbosity quiet\n"
                + ".ci/TestReport/bin/Debug/net10.0/TestReport.dll HERE/results\n",
            _fake.Calls
        );
    }

    [Theory]
    [InlineData("test")]
    [InlineData(".ci/TestReport/bin/Debug/net10.0/TestReport.dll")]
    public async Task WhatFailsFailsIt(string failing)
    {
        _fake.Write("found/A.trx", "");
        var here = _fake.Here;
        here.Environment["FAILING"] = failing;
        Assert.Equal(3, (await here.RunAsync(".ci/nightly", "SomePropertyTests", "results")).ExitCode);
    }

    public void Dispose() => _fake.Dispose();
}
