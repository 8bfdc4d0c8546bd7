namespace MeshStack.Cli.Tests;

public sealed class RenderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    [Fact]
    public async Task EachClusterGetsAFolder()
    {
        var target = Path.Combine(_folder, "out");
        var result = await Meshstack.RunAsync("render", "dev", "--out", target);
        Assert.Equal(0, result.ExitCode);
        Assert.True(File.Exists(Path.Combine(target, "cluster01", "kustomization.yaml")));
        Assert.True(File.Exists(Path.Combine(target, "cluster02", "helmfile.yaml")));
        Assert.Contains(Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories), f => f.EndsWith("authorizationpolicy-sleep-to-httpbin.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFolderOfSomebodyElseIsLeftAlone()
    {
        File.WriteAllText(Path.Combine(_folder, "thesis.txt"), "years of work");
        var result = await Meshstack.RunAsync("render", "dev", "--out", _folder);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal(["thesis.txt"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task NothingIsWrittenForABadDefinition()
    {
        var target = Path.Combine(_folder, "out");
        var result = await Meshstack.RunAsync("render", "nowhere", "--out", target);
        Assert.Equal(2, result.ExitCode);
        Assert.False(Directory.Exists(target));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
