using System.Text.Json;

namespace MeshStack.Cli.Tests;

public sealed class PreviewTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    public async Task ItFitsTheWidthItIsGiven(int columns)
    {
        var result = await Meshstack.RunAsync(columns, "preview");
        Assert.Equal(0, result.ExitCode);
        Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= columns, line));
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("access")]
    public async Task WarningsAreSaidBesideErrors(string command)
    {
        var folder = Directory.CreateTempSubdirectory("meshstack-").FullName;
        var intents = Directory.CreateDirectory(Path.Combine(folder, "infra", "mesh", "t")).FullName;
        File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), "name: meshstack\nruntime: dotnet\n");
        File.WriteAllText(
            Path.Combine(folder, "Pulumi.t.yaml"),
            "config:\n  pulumi:disable-default-providers: [kubernetes]\n  meshstack:clusters: {one: {context: kind-one}}\n"
        );
        File.WriteAllText(
            Path.Combine(intents, "s.yaml"),
            "kind: InboundService\nname: web\ncluster: one\nnamespace: a\nport: 80\nprotocol: HTTPS\n"
        );

        var result = await Meshstack.RunAsync(command, "t", "--project", folder);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("warning infra/mesh/t/s.yaml:1: targetPort: not given", result.Error, StringComparison.Ordinal);
        Assert.Contains("infra/mesh/t/s.yaml:6: protocol: 'HTTPS' is not a protocol", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 error", result.Error, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task ItShowsObjectsTheirOriginAndWhoMayCallWhom()
    {
        var result = await Meshstack.RunAsync(200, "preview", "dev");
        Assert.Contains("ClientAccess sleep-to-httpbin  infra/mesh/dev/httpbin.yaml:", result.Output, StringComparison.Ordinal);
        Assert.Contains("AuthorizationPolicy namespace02/sleep-to-httpbin", result.Output, StringComparison.Ordinal);
        Assert.Contains("Release istio-system/istiod  istiod 1.31.4", result.Output, StringComparison.Ordinal);
        Assert.Contains("cluster01 default/sleep", result.Output, StringComparison.Ordinal);
        Assert.Contains("GET /headers, /status*", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"2 clusters, \d+ components, \d+ objects in \d+\.\d s", result.Output);
        Assert.DoesNotContain("\u001b", result.Output, StringComparison.Ordinal);
    }

    /// <summary>The state in an export is what each cluster was given, and an update that was killed left something to do.</summary>
    [Fact]
    public async Task AnExportSaysWhatIsLeftToDo()
    {
        const string urn = "urn:pulumi:dev::meshstack::";
        const string release = "meshstack:index:Mesh$meshstack:index:IstioInstall$kubernetes:helm.sh/v3:Release::cluster01-istio-istiod";
        var state = "{\"topology\":\"federated\",\"meshId\":\"dev\",\"trust\":null,\"clusters\":{}}";
        object[] resources =
        [
            new { urn = urn + "pulumi:pulumi:Stack::meshstack-dev", outputs = new { meshState = state } },
            .. new[] { "cluster01", "cluster02", "cluster03" }.Select(cluster => new
            {
                urn = $"{urn}meshstack:index:Mesh$meshstack:index:MeshCluster$pulumi:providers:kubernetes::{cluster}-provider",
                outputs = new { context = cluster, clusterIdentifier = cluster },
            }),
        ];
        var provider = $"{urn}meshstack:index:Mesh$meshstack:index:MeshCluster$pulumi:providers:kubernetes::cluster01-provider::1f";
        var cut = new
        {
            urn = urn + release,
            provider,
            inputs = new { name = "istiod", @namespace = "istio-system" },
        };
        var file = Path.GetTempFileName();
        File.WriteAllText(
            file,
            JsonSerializer.Serialize(
                new { deployment = new { resources, pending_operations = new object[] { new { type = "creating", resource = cut } } } }
            )
        );

        var result = await Meshstack.RunAsync(400, "preview", "dev", "--deployed", file);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("refused cluster03: leaves the mesh", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "warning cluster01: an update was killed while it installed istiod, and Helm refuses that name while the release is there",
            result.Output,
            StringComparison.Ordinal
        );
        File.Delete(file);
    }

    [Fact]
    public async Task JsonIsTheSameTwiceAndComplete()
    {
        var first = await Meshstack.RunAsync("preview", "prod", "--output", "json");
        var second = await Meshstack.RunAsync("preview", "prod", "--output", "json");
        Assert.Equal(first.Output, second.Output);
        using var json = JsonDocument.Parse(first.Output);
        Assert.Equal(
            ["fra1", "fra2", "iad1"],
            json.RootElement.GetProperty("clusters").EnumerateArray().Select(c => c.GetProperty("name").GetString())
        );
        Assert.Equal(
            ["catalog", "catalog", "ledger", "payments", "payments", "search", "search", "storefront"],
            json.RootElement.GetProperty("access")
                .EnumerateArray()
                .Where(row => row.GetProperty("declared").GetBoolean())
                .Select(row => row.GetProperty("service").GetString())
        );
        Assert.All(
            json.RootElement.GetProperty("invariants").EnumerateArray(),
            invariant => Assert.Equal("holds", invariant.GetProperty("state").GetString())
        );
        var objects = json
            .RootElement.GetProperty("clusters")
            .EnumerateArray()
            .SelectMany(c => c.GetProperty("components").EnumerateArray())
            .Sum(c => c.GetProperty("objects").GetArrayLength());
        Assert.Equal(objects, json.RootElement.GetProperty("summary").GetProperty("objects").GetInt32());
    }

    /// <summary>The table says what access says of the same stack.</summary>
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task ItsRowsAreThoseOfAccess(string stack)
    {
        using var preview = JsonDocument.Parse((await Meshstack.RunAsync("preview", stack, "-o", "json")).Output);
        using var access = JsonDocument.Parse((await Meshstack.RunAsync("access", stack, "-o", "json")).Output);

        var shown =
            from row in preview.RootElement.GetProperty("access").EnumerateArray()
            from host in Texts(row, "hosts")
            from caller in Texts(row, "callers")
            from line in Texts(row, "requests").Concat(Texts(row, "undecided"))
            select $"{caller} {host} {line}";
        var proved =
            from service in access.RootElement.GetProperty("services").EnumerateArray()
            from row in service.GetProperty("access").EnumerateArray()
            from caller in Texts(row, "callers")
            from line in Texts(row, "requests").Concat(Texts(row, "undecided"))
            select $"{caller} {row.GetProperty("host").GetString()} {line}";
        Assert.Equal(proved.Distinct().Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Assert.Equal(access.RootElement.GetProperty("closed").ToString(), preview.RootElement.GetProperty("closed").ToString());

        static IEnumerable<string> Texts(JsonElement of, string name) => of.GetProperty(name).EnumerateArray().Select(e => e.GetString()!);
    }

    [Fact]
    public async Task AnUnknownStackIsNamedWithTheOnesThereAre()
    {
        var result = await Meshstack.RunAsync("preview", "prdo");
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Equal("Pulumi.prdo.yaml:1: there is no stack 'prdo'; allowed: dev, prod; did you mean prod?\n1 error.\n", result.Error);
    }

    [Fact]
    public async Task ErrorsAreJsonForThoseWhoAskedForJson()
    {
        var result = await Meshstack.RunAsync("preview", "prdo", "-o", "json");
        Assert.Equal(2, result.ExitCode);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal("Pulumi.prdo.yaml", json.RootElement.GetProperty("errors")[0].GetProperty("file").GetString());
    }

    [Theory]
    [InlineData("preveiw")]
    [InlineData("preview", "--output", "xml")]
    [InlineData("preview", "--colour")]
    [InlineData("render")]
    public async Task AWrongCommandLineIsBadInput(params string[] arguments)
    {
        var result = await Meshstack.RunAsync(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith("meshstack: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HelpNamesTheCommands()
    {
        var result = await Meshstack.RunAsync("--help");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("preview", result.Output, StringComparison.Ordinal);
        Assert.Contains("render", result.Output, StringComparison.Ordinal);
    }
}
