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
        Assert.Contains("README.md there names the commands and their order", result.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "# How to apply this rendering",
            await File.ReadAllTextAsync(Path.Combine(target, "README.md")),
            StringComparison.Ordinal
        );
        Assert.True(File.Exists(Path.Combine(target, "cluster01", "01-objects", "kustomization.yaml")));
        Assert.True(File.Exists(Path.Combine(target, "cluster02", "02-releases", "helmfile.yaml")));
        Assert.StartsWith(
            "global:\n  hub: docker.io/istio\n  meshID: dev\n  multiCluster:\n    clusterName: cluster01\n",
            await File.ReadAllTextAsync(Path.Combine(target, "cluster01", "02-releases", "_helm", "istio-system-istiod.yaml")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories),
            f => f.EndsWith("authorizationpolicy-sleep-to-httpbin.yaml", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task ARenderingIsAnsweredAsItsStackIs(string stack)
    {
        var target = Path.Combine(_folder, "out");
        Assert.Equal(0, (await Meshstack.RunAsync("render", stack, "--out", target)).ExitCode);

        var (defined, rendered) = (
            await Meshstack.RunAsync("access", stack, "--why"),
            await Meshstack.RunAsync("access", "--manifests", target, "--why")
        );

        // Invariants are the stack's alone.
        var lines = defined.Output.Split('\n').Where(line => !line.EndsWith("invariants hold", StringComparison.Ordinal));
        Assert.Equal(string.Join('\n', lines), rendered.Output);
        foreach (var (before, after) in new[] { (".", target), (target, ".") })
        {
            var diff = await Meshstack.RunAsync("access", "diff", before, after, "--stack", stack, "--fail-on", "changed");
            Assert.Equal((0, "no access changes\n"), (diff.ExitCode, diff.Output));
        }
    }

    [Fact]
    public async Task ARequestIsExplainedOfARenderingAsOfItsStack()
    {
        var target = Path.Combine(_folder, "out");
        Assert.Equal(0, (await Meshstack.RunAsync("render", "dev", "--out", target)).ExitCode);
        string[] question = ["--from", "cluster01/default/sleep", "--to", "httpbin.namespace02.logicalcloud02:80", "--path", "/status/1"];

        var (defined, rendered) = (
            await Meshstack.RunAsync(["explain", "dev", .. question]),
            await Meshstack.RunAsync(["explain", "--manifests", target, .. question])
        );

        Assert.Equal((0, defined.Output), (rendered.ExitCode, rendered.Output));
    }

    [Fact]
    public async Task WhatIstioWouldRejectIsNotWritten()
    {
        CopyStack();
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "infra", "mesh", "dev", "a.yaml"),
            "kind: InboundService\nname: a\ncluster: cluster01\nnamespace: a\nport: 80\nloadBalancing:\n  consistentHash: {useSourceIp: "
                + "true, maglev: {tableSize: 100}}\n"
        );
        var target = Path.Combine(_folder, "out");
        var result = await Meshstack.RunAsync("render", "dev", "--project", _folder, "--out", target);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("infra/mesh/dev/a.yaml:7: loadBalancing.consistentHash.maglev.tableSize", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(target));
    }

    [Fact]
    public async Task WhatBreaksAnInvariantIsNotWritten()
    {
        CopyStack();
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "infra", "mesh", "dev", "a.yaml"),
            "kind: InboundService\nname: a\ncluster: cluster01\nnamespace: namespace01\nport: 80\ntargetPort: 8080\n---\n"
                + "kind: ClientAccess\nname: b-to-a\nservice: a\ncluster: cluster01\nnamespace: namespace02\nserviceAccount: b\n"
                + "access: [{methods: [GET]}]\n---\n"
                + "kind: Invariants\nnever: [{from: cluster01/namespace02/b, to: a}]\n"
        );
        var target = Path.Combine(_folder, "out");
        var result = await Meshstack.RunAsync("render", "dev", "--project", _folder, "--out", target);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("infra/mesh/dev/a.yaml:17", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(target));
    }

    private void CopyStack()
    {
        foreach (var file in new[] { "Pulumi.yaml", "Pulumi.dev.yaml" })
        {
            File.Copy(Path.Combine(Meshstack.Root, file), Path.Combine(_folder, file));
        }

        Directory.CreateDirectory(Path.Combine(_folder, "infra", "mesh", "dev"));
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
