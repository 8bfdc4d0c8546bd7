namespace MeshStack.Cli.Tests;

/// <summary>Whatever takes longer says that it goes on.</summary>
public sealed class ProgressTests
{
    [Theory]
    [InlineData("composing the mesh", "preview", "dev")]
    [InlineData("composing the mesh", "access", "dev")]
    [InlineData("composing the mesh", "access", "dev", "--reach", "outside")]
    [InlineData("composing the mesh", "access", "dev", "diff", "HEAD")]
    [InlineData("composing the mesh", "explain", "--from", "cluster01/default/sleep", "--to", "httpbin.namespace02.logicalcloud02:80")]
    [InlineData("composing the mesh", "upgrade", "dev", "--to", "1.31.4")]
    [InlineData("composing the mesh", "render", "dev", "--out", "{0}")]
    [InlineData("checking the manifests", "lint", "tests/MeshStack.Cli.Tests/Lint")]
    public async Task ACommandThatTakesLongerSaysSoOnce(string work, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("meshstack-").FullName;
        string[] given = [.. arguments.Select(one => string.Format(null, one, folder))];

        var quick = await Meshstack.RunAsync(TimeSpan.FromMilliseconds(900), 0, given);
        var slow = await Meshstack.RunAsync(TimeSpan.FromSeconds(3), 0, given);

        Assert.Equal($"meshstack: {work} …\n{quick.Error}", slow.Error);
        Assert.DoesNotContain(work, slow.Output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
