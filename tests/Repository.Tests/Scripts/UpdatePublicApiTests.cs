namespace Repository.Tests.Scripts;

/// <summary><c>build/update-public-api</c>, with a stand-in for the compiler.</summary>
public sealed class UpdatePublicApiTests : IAsyncLifetime, IDisposable
{
    private readonly FakeDotnet _fake = new("build/update-public-api");

    /// <summary>Members stand in the log of the compiler as texts of JSON, several times where several files make a type.</summary>
    [Fact]
    public async Task WhatCameAndWhatWentSinceTheReleaseIsUnshipped()
    {
        _fake.Write("one/PublicAPI.Shipped.txt", "#nullable enable\nA.Gone() -> void\nA.Kept() -> void\n");
        _fake.Write(
            "found/One.sarif",
            """
                          "APIName": "A.Kept() -> void",
                          "APIName": "A.New(string! text = \"a\\\\b\") -> void",
                          "APIName": "A.New(string! text = \"a\\\\b\") -> void",
                          "APIName": "A",
            """
        );
        var result = await _fake.Here.RunAsync("build/update-public-api");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Equal("#nullable enable\nA.Gone() -> void\nA.Kept() -> void\n", _fake.Read("one/PublicAPI.Shipped.txt"));
        Assert.Equal(
            "#nullable enable\nA\nA.New(string! text = \"a\\\\b\") -> void\n*REMOVED*A.Gone() -> void\n",
            _fake.Read("one/PublicAPI.Unshipped.txt")
        );
    }

    [Fact]
    public async Task AReleaseShipsAllOfThem()
    {
        _fake.Write("one/PublicAPI.Shipped.txt", "#nullable enable\nA.Gone() -> void\nA.Kept() -> void\n");
        _fake.Write("one/PublicAPI.Unshipped.txt", "#nullable enable\nA\n*REMOVED*A.Gone() -> void\n");
        var result = await _fake.Here.RunAsync("build/update-public-api", "--ship");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Equal("#nullable enable\nA\nA.Kept() -> void\n", _fake.Read("one/PublicAPI.Shipped.txt"));
        Assert.Equal("#nullable enable\n", _fake.Read("one/PublicAPI.Unshipped.txt"));
        Assert.Equal("", _fake.Calls);
    }

    [Fact]
    public async Task APackageThatWasNotLookedAtIsNamed()
    {
        _fake.Write("found/Another.sarif", "");
        Assert.Equal(
            new(1, "", "update-public-api: nothing was found out of one: hosting does not reference it\n"),
            await _fake.Here.RunAsync("build/update-public-api")
        );
    }

    public async Task InitializeAsync()
    {
        _fake.Write("one/One.csproj", "");
        _fake.Write("one/PublicAPI.Shipped.txt", "#nullable enable\n");
        _fake.Write("one/PublicAPI.Unshipped.txt", "#nullable enable\n");
        await _fake.Here.GitAsync("init", "-q");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _fake.Dispose();
}
