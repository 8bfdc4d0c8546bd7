namespace MeshStack.Cli.Tests;

/// <summary>An access of several callers, in what is suggested and in what filters show.</summary>
public sealed class SeveralCallersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    public SeveralCallersTests()
    {
        var intents = Directory.CreateDirectory(Path.Combine(_folder, "infra", "mesh", "t")).FullName;
        File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), "name: meshstack\nruntime: dotnet\n");
        File.WriteAllText(
            Path.Combine(_folder, "Pulumi.t.yaml"),
            """
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:meshId: t
              meshstack:gateways: {eastWest: {}}
              meshstack:namespaces: {a: {}, b: {}, c: {}}
              meshstack:trust: {generated: {}}
              meshstack:clusters: {one: {context: kind-one}, two: {context: kind-two}}

            """
        );
        File.WriteAllText(
            Path.Combine(intents, "s.yaml"),
            """
            kind: InboundService
            name: web
            cluster: one
            namespace: a
            port: 80
            targetPort: 8080
            ---
            kind: CallerGroup
            name: front
            callers:
              - {clusters: all, namespace: b, serviceAccounts: [cli, job]}
            ---
            kind: ClientAccess
            name: front-to-web
            service: web
            groups: [front]
            access: [{methods: [GET], paths: [/x]}]

            """
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task EachIsListed()
    {
        var result = await RunAsync("access");
        Assert.All(
            ["one b/cli", "one b/job", "two b/cli", "two b/job"],
            caller => Assert.Contains($"  {caller}", result.Output, StringComparison.Ordinal)
        );
        Assert.EndsWith("1 service open to 4 callers, 0 closed to everyone, nothing undecided\n", result.Output, StringComparison.Ordinal);
    }

    /// <summary>What is added to it would be let through for the others as well.</summary>
    [Fact]
    public async Task ForOneOfThemAnAccessOfItsOwnIsSuggested()
    {
        var result = await RunAsync("explain", "--from", "two/b/cli", "--to", "web.a.one:80", "--method", "GET", "--path", "/y");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("to let it through: a new ClientAccess", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("add to ClientAccess", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two/b/job", true)]
    [InlineData("one/b/cli", true)]
    [InlineData("one/c/*", false)]
    public async Task ObjectsOfACallerAreThoseOfItsAccesses(string caller, bool isShown)
    {
        var result = await RunAsync("preview", "--caller", caller);
        Assert.Equal(
            isShown,
            result.ExitCode == 0 && result.Output.Contains("AuthorizationPolicy a/front-to-web", StringComparison.Ordinal)
        );
    }

    private Task<Meshstack.Result> RunAsync(string command, params string[] options) =>
        Meshstack.RunAsync(0, [command, "t", "--project", _folder, .. options]);
}
