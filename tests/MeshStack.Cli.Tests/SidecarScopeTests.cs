using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MeshStack.Cli.Tests;

/// <summary>A thousand services, ten to a namespace, each called from another namespace: with Sidecars the same callers get the same
/// answers, and each proxy is told of what its namespace may call alone.</summary>
public sealed class SidecarScopeTests : IDisposable
{
    private const int Services = 1000;
    private const int PerNamespace = 10;
    private const int Namespaces = Services / PerNamespace;

    private readonly string _root = Directory.CreateTempSubdirectory("meshstack-").FullName;

    [Fact]
    public async Task NobodyGainsOrLosesAnythingAndProxiesAreToldOfLess()
    {
        Write("everything");
        var whole = await AskAsync();
        Write("generated");
        var scoped = await AskAsync();
        Assert.Equal(Rows(whole), Rows(scoped));
        Assert.False(whole.TryGetProperty("sidecarHosts", out _));
        var told = scoped.GetProperty("sidecarHosts").EnumerateArray().ToList();
        Assert.Equal(Namespaces, told.Count);

        // Its own ten and the ten that it may call; there is nothing else in istiod's namespace.
        Assert.All(told, one => Assert.Equal(2 * PerNamespace, one.GetProperty("hosts").GetInt32()));
        Assert.All(told, one => Assert.Equal(Services, one.GetProperty("without").GetInt32()));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static List<string> Rows(JsonElement preview) =>
        [
            .. preview
                .GetProperty("access")
                .EnumerateArray()
                .Select(row =>
                    string.Join(
                        '|',
                        new[] { "service", "callers", "requests", "undecided", "hosts" }.Select(key => row.GetProperty(key).GetRawText())
                    )
                ),
        ];

    private async Task<JsonElement> AskAsync()
    {
        var result = await Meshstack.RunAsync("preview", "t", "--project", _root, "--output", "json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using var json = JsonDocument.Parse(result.Output);
        return json.RootElement.Clone();
    }

    private void Write(string scope)
    {
        File.WriteAllText(Path.Combine(_root, "Pulumi.yaml"), "name: meshstack\nruntime: dotnet\n");
        var namespaces = string.Join(", ", Enumerable.Range(0, Namespaces).Select(n => FormattableString.Invariant($"n{n}: {{}}")));
        File.WriteAllText(
            Path.Combine(_root, "Pulumi.t.yaml"),
            $$"""
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:sidecarScope: {{scope}}
              meshstack:namespaces: { {{namespaces}} }
              meshstack:clusters:
                one: {context: one}
            """
        );
        var intents = new StringBuilder();
        for (var i = 0; i < Services; i++)
        {
            var home = i / PerNamespace;
            var caller = (home + 1) % Namespaces;
            intents.Append(
                CultureInfo.InvariantCulture,
                $$"""
                ---
                kind: InboundService
                name: s{{i}}
                cluster: one
                namespace: n{{home}}
                port: 80
                targetPort: 8080
                serviceAccount: s{{i}}
                ---
                kind: ClientAccess
                name: c{{i}}
                service: s{{i}}
                cluster: one
                namespace: n{{caller}}
                serviceAccount: s{{(caller * PerNamespace) + (i % PerNamespace)}}
                access: [{methods: [GET]}]

                """
            );
        }

        var folder = Directory.CreateDirectory(Path.Combine(_root, "infra", "mesh", "t")).FullName;
        File.WriteAllText(Path.Combine(folder, "intents.yaml"), intents.ToString());
    }
}
