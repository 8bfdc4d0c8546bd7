namespace Repository.Tests.Scripts;

/// <summary><c>.ci/pack</c> and <c>.ci/push</c>.</summary>
public sealed class ReleaseTests : IAsyncLifetime, IDisposable
{
    private readonly FakeDotnet _fake = new(".ci/pack", ".ci/push");

    [Fact]
    public async Task WhatIsReadyIsPacked()
    {
        await CommitAsync();
        var result = await _fake.Here.RunAsync(".ci/pack", "v1.2.3", "artifacts");
        Assert.Equal(new(0, "", ""), result);
        Assert.Equal(
            "build --configuration Release --nologo --verbosity quiet\n"
                + "pack --configuration Release --no-build --nologo --output HERE/artifacts\n",
            _fake.Calls
        );
    }

    [Fact]
    public async Task WhatIsMissingIsSaidAtOnce()
    {
        _fake.Write("CHANGELOG.md", "## [1.2.3] - not released yet\n");
        _fake.Write("analysis/PublicAPI.Unshipped.txt", "#nullable enable\nA.B\n");
        await CommitAsync();
        await _fake.Here.GitAsync("commit", "-q", "--allow-empty", "-m", "not on main");
        var result = await _fake.Here.RunAsync(".ci/pack", "v1.2.4", "artifacts");
        Assert.Equal(
            new(
                1,
                "",
                """
                The tag is v1.2.4, and the version of Directory.Build.props is 1.2.3.
                This commit is not on main.
                CHANGELOG.md has no section of 1.2.3 with a date.
                analysis/PublicAPI.Unshipped.txt has public members that are not shipped: build/update-public-api --ship

                """
            ),
            result
        );
        Assert.Equal("", _fake.Calls);
    }

    [Fact]
    public async Task EveryPackageIsPushed()
    {
        _fake.Write("artifacts/A.1.2.3.nupkg", "");
        _fake.Write("artifacts/B.1.2.3.nupkg", "");
        _fake.Write("artifacts/B.1.2.3.snupkg", "");
        var here = _fake.Here;
        (here.Environment["NUGET_SOURCE"], here.Environment["NUGET_API_KEY"]) = ("FEED", "KEY");
        Assert.Equal(new(0, "", ""), await here.RunAsync(".ci/push", "artifacts"));
        Assert.Equal(
            "nuget push artifacts/A.1.2.3.nupkg --source FEED --api-key KEY --skip-duplicate\n"
                + "nuget push artifacts/B.1.2.3.nupkg --source FEED --api-key KEY --skip-duplicate\n",
            _fake.Calls
        );
    }

    [Fact]
    public async Task AKeyThatIsNotSetIsNamed()
    {
        var here = _fake.Here;
        (here.Environment["NUGET_SOURCE"], here.Environment["NUGET_API_KEY"]) = ("FEED", "");
        Assert.Equal(
            new(1, "", "NUGET_API_KEY is not set in the environment of releases.\n"),
            await here.RunAsync(".ci/push", "artifacts")
        );
        Assert.Equal("", _fake.Calls);
    }

    /// <summary>The files that are looked at have the form that is looked for.</summary>
    [Fact]
    public async Task ThisRepositoryLacksNothingButWhatAReleaseAdds()
    {
        _fake.Write("Directory.Build.props", await File.ReadAllTextAsync(Checkout.Path("Directory.Build.props")));
        _fake.Write("CHANGELOG.md", await File.ReadAllTextAsync(Checkout.Path("CHANGELOG.md")));
        await CommitAsync();
        var result = await _fake.Here.RunAsync(".ci/pack", $"v{VersionTests.Version}", "artifacts");
        var dated = (await File.ReadAllTextAsync(Checkout.Path("CHANGELOG.md"))).Contains(
            $"## [{VersionTests.Version}] - 2",
            StringComparison.Ordinal
        );
        Assert.Equal(dated ? "" : $"CHANGELOG.md has no section of {VersionTests.Version} with a date.\n", result.Error);
    }

    public async Task InitializeAsync()
    {
        _fake.Write("Directory.Build.props", "<Project>\n    <VersionPrefix>1.2.3</VersionPrefix>\n</Project>\n");
        _fake.Write("CHANGELOG.md", "## [Unreleased]\n\n## [1.2.3] - 2026-01-02\n");
        _fake.Write("analysis/PublicAPI.Unshipped.txt", "#nullable enable\n");
        await _fake.Here.GitAsync("init", "-q");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _fake.Dispose();

    /// <summary>Commits what is there as what main has.</summary>
    private async Task CommitAsync()
    {
        await _fake.Here.GitAsync("add", "-A");
        await _fake.Here.GitAsync("commit", "-qm", "first");
        await _fake.Here.GitAsync("update-ref", "refs/remotes/origin/main", "HEAD");
    }
}
