using System.Text.Json;

namespace MeshStack.Cli.Tests;

public sealed class UpgradeTests : IDisposable
{
    private const string Exclusion = """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: default, namespace: shop}
        spec: {egress: [{hosts: ["*/*", "~shop/*"]}], outboundTrafficPolicy: {mode: REGISTRY_ONLY}}
        """;

    private readonly ManifestFolder _folder = new();

    [Theory]
    [InlineData("--to", "1.33.0", "--to: '1.33.0' is not known; known are 1.29, 1.30, 1.31, 1.32 and their patches; did you mean 1.32.0?")]
    [InlineData("--to", "1.31,4", "--to: '1.31,4' is not known; known are 1.29, 1.30, 1.31, 1.32 and their patches; did you mean 1.31.4?")]
    [InlineData("--to", "1.28.2", "--to: '1.28.2' is not known; known are 1.29, 1.30, 1.31, 1.32 and their patches")]
    [InlineData("--to", "banana", "--to: 'banana' is not known; known are 1.29, 1.30, 1.31, 1.32 and their patches")]
    [InlineData(
        "--to",
        "1.31",
        "--to: '1.31' names no patch, and what objects mean is a matter of that too; the newest that is known is 1.31.4"
    )]
    [InlineData("--from", "1.29", "--from: '1.29' names no patch, and what objects mean is a matter of that too")]
    [InlineData("--to", "", "--to is given an empty text: leave it out or give it a value")]
    public async Task AVersionThatIsNotKnownIsSaidToBe(string option, string version, string error)
    {
        string[] rest = option == "--to" ? [] : ["--to", "1.31.4"];
        var result = await Meshstack.RunAsync(["upgrade", "dev", option, version, .. rest]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains($"meshstack: {error}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheVersionToGoToHasToBeSaid()
    {
        var result = await Meshstack.RunAsync("upgrade", "dev");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Option '--to' is required.", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("See: meshstack upgrade --help\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderSaysWhichVersionRuns()
    {
        _folder.Cluster("one", ManifestFolder.Pods("web"));
        var unknown = await Meshstack.RunAsync("upgrade", "--manifests", _folder.Root, "--to", "1.31.4");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains(
            "one shows no version of Istio, or several: --from VERSION says which one runs",
            unknown.Error,
            StringComparison.Ordinal
        );

        _folder.Write("mesh.yaml", "clusters:\n  one: {istioVersion: \"1.28.3\"}\n");
        var old = await Meshstack.RunAsync("upgrade", "--manifests", _folder.Root, "--to", "1.31.4", "-o", "json");
        Assert.Equal((2, ""), (old.ExitCode, old.Error));
        Assert.Contains(
            "one shows a version of Istio that cannot be told from others: '1.28.3' is not known",
            old.Output,
            StringComparison.Ordinal
        );

        // What is shown comes before --istio-version, and --from before both.
        _folder.Write("mesh.yaml", "clusters:\n  one: {istioVersion: \"1.30.8\"}\n").Cluster("two", ManifestFolder.Pods("web"));
        string[] upgrade = ["upgrade", "--manifests", _folder.Root, "--to", "1.31.4", "--istio-version", "1.31.1"];
        var shown = await Meshstack.RunAsync(upgrade);
        Assert.StartsWith("Istio 1.30.8 to 1.31.4 in one\nIstio 1.31.1 to 1.31.4 in two\n", shown.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        var given = await Meshstack.RunAsync([.. upgrade, "--from", "1.31.0"]);
        Assert.StartsWith("Istio 1.31.0 to 1.31.4 in one, two\n", given.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderWithoutAClusterIsBadInput()
    {
        var result = await Meshstack.RunAsync("upgrade", "--manifests", _folder.Root, "--from", "1.30.8", "--to", "1.31.4");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.NotEmpty(result.Error);
    }

    [Fact]
    public async Task AChangeIsNamedInTheClusterThatMakesIt()
    {
        _folder
            .Cluster("one", ManifestFolder.Pods("web"), ManifestFolder.Pods("cart"), Exclusion)
            .Cluster("two", ManifestFolder.Pods("web"), ManifestFolder.Pods("cart"));
        string[] upgrade = ["upgrade", "--manifests", _folder.Root, "--from", "1.30.8", "--to", "1.31.4", "--fail-on", "changed"];
        var text = await Meshstack.RunAsync(upgrade);
        Assert.Equal(1, text.ExitCode);
        Assert.Contains("lost    one shop/cart → one shop/web:80: everything, for example GET /\n", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("two shop/cart", text.Output, StringComparison.Ordinal);

        using var json = JsonDocument.Parse((await Meshstack.RunAsync([.. upgrade, "-o", "json"])).Output);
        var change = json.RootElement.GetProperty("changes")[0];
        Assert.Equal("lost", change.GetProperty("access").GetProperty("kind").GetString());
        var reason = Assert.Single(change.GetProperty("reasons").EnumerateArray().ToArray());
        Assert.Equal("one", reason.GetProperty("cluster").GetString());
        Assert.Equal("sidecar-exclusions", reason.GetProperty("fact").GetString());
        Assert.Equal("1.31.0", reason.GetProperty("since").GetString());
        Assert.Equal("convertIstioListenerToWrapper in pilot/pkg/model/sidecar.go", reason.GetProperty("source").GetString());

        var markdown = await Meshstack.RunAsync([.. upgrade, "-o", "markdown"]);
        Assert.Contains(
            "| lost | one shop/cart | `one shop/web:80` | `everything` | `GET /` | sidecar-exclusions: ",
            markdown.Output,
            StringComparison.Ordinal
        );

        // The way back gives it again.
        var back = await Meshstack.RunAsync("upgrade", "--manifests", _folder.Root, "--from", "1.31.4", "--to", "1.30.8");
        Assert.Equal(0, back.ExitCode);
        Assert.Contains("gained  one shop/cart → one shop/web:80: everything", back.Output, StringComparison.Ordinal);
        Assert.Contains("\n  refused ", back.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralFactsAreToldApart()
    {
        _folder.Cluster(
            "one",
            ManifestFolder.Pods("web"),
            ManifestFolder.Pods("cart"),
            Exclusion.Replace("~shop/*", "~shop/nowhere.example.com", StringComparison.Ordinal),
            """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: web, namespace: shop}
            spec: {selector: {matchLabels: {app: web}}, rules: [{from: [{source: {namespaces: [shop], notTrustDomains: [cluster.local]}}]}]}
            """
        );
        var result = await Meshstack.RunAsync("upgrade", "--manifests", _folder.Root, "--from", "1.30.1", "--to", "1.31.4");
        Assert.Contains("          policy-trust-domains: before 1.30.2 ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("          sidecar-exclusions: ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.30.8", "1.31.4", "appears")]
    [InlineData("1.31.4", "1.30.8", "pruned")]
    public async Task FieldsAreThoseOfBothDefinitions(string from, string to, string word)
    {
        _folder.Cluster(
            "one",
            ManifestFolder.Pods("web"),
            """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: web, namespace: shop}
            spec: {host: web, trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN, zoneAwareLbSetting: {enabled: true}}}}
            """
        );
        var result = await Meshstack.RunAsync("upgrade", "--manifests", _folder.Root, "--from", from, "--to", to);
        var line = Assert.Single(result.Output.Split('\n'), line => line.Contains("(field-dropped)", StringComparison.Ordinal));
        Assert.StartsWith($"  {word} ", line, StringComparison.Ordinal);
        Assert.Contains("spec.trafficPolicy.loadBalancer.zoneAwareLbSetting", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotesAreOfTheVersionsBetween()
    {
        _folder.Cluster("one", ManifestFolder.Pods("web"), ManifestFolder.Shop());
        Assert.Contains("ISTIO-SECURITY-2026-004", await NotesAsync("1.29.3", "1.30.8"), StringComparison.Ordinal);
        Assert.Contains("  stays ISTIO-SECURITY-2026-004", await NotesAsync("1.29.3", "1.30.0"), StringComparison.Ordinal);
        Assert.Contains("  comes ISTIO-SECURITY-2026-004", await NotesAsync("1.29.4", "1.30.0"), StringComparison.Ordinal);
        Assert.DoesNotContain("ISTIO-SECURITY-2026-004", await NotesAsync("1.30.8", "1.31.4"), StringComparison.Ordinal);
        Assert.Contains("  comes unhealthy-endpoints", await NotesAsync("1.30.8", "1.31.4"), StringComparison.Ordinal);
        Assert.Contains("        may touch one\n", await NotesAsync("1.30.8", "1.31.4"), StringComparison.Ordinal);
        Assert.DoesNotContain("unhealthy-endpoints", await NotesAsync("1.31.0", "1.31.4"), StringComparison.Ordinal);
        Assert.Contains("  goes  unhealthy-endpoints", await NotesAsync("1.31.4", "1.30.8"), StringComparison.Ordinal);

        async Task<string> NotesAsync(string from, string to) =>
            (await Meshstack.RunAsync("upgrade", "--manifests", _folder.Root, "--from", from, "--to", to)).Output;
    }

    [Fact]
    public async Task ASkippedMinorVersionIsRefusedAndGoneByWayOf()
    {
        var result = await Meshstack.RunAsync("upgrade", "dev", "--from", "1.29.6", "--to", "1.31.4");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(
            "  in one step refused cluster01: revision default, from 1.29.6 to 1.31.4 skips a minor version: go by way of 1.30.8\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\n  1. in place, to 1.30.8: istio: {version: 1.30.8}, then pulumi up --stack dev\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\n  2. in place, to 1.31.4: istio: {version: 1.31.4}, then pulumi up --stack dev\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "  the definitions of Istio 1.29.6 are not known: those of 1.30 stand in for them\n",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WhatCannotBeInstalledIsSaid()
    {
        var result = await Meshstack.RunAsync("upgrade", "dev", "--from", "1.31.4", "--to", "1.30.1");
        Assert.Contains("\n  refused '1.30.1' cannot be installed: ", result.Output, StringComparison.Ordinal);
        var flawed = await Meshstack.RunAsync("upgrade", "dev", "--from", "1.30.8", "--to", "1.31.0");
        Assert.Contains("\n  warning 1.31.0 has known security flaws: ", flawed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVersionThatIsThereTakesNoStep()
    {
        var result = await Meshstack.RunAsync("upgrade", "prod", "--to", "1.31.4");
        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("\nSteps\n  none: that version is there\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderHasItsStepsByRevision()
    {
        _folder.Write(
            "one/all.yaml",
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio.io/rev: 1-30-8}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: istiod-1-30-8, namespace: istio-system, labels: {app: istiod, istio.io/rev: 1-30-8}}
            spec: {template: {spec: {containers: [{name: discovery, image: "docker.io/istio/pilot:1.30.8"}]}}}
            """
        );
        var result = await Meshstack.RunAsync("upgrade", "--manifests", _folder.Root, "--to", "1.31.4");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var steps = result.Output[result.Output.IndexOf("\nSteps\n", StringComparison.Ordinal)..];
        Assert.Equal(
            """

            Steps
              1. a control plane of 1.31.4 beside the one that is there
                 one: revision 1-31-4 of 1.31.4
              2. one namespace after the other, each with a restart of its workloads
                 one: injection 1-31-4 for shop
                 to do one: restart the workloads of namespace shop: PROXIES: kubectl --namespace shop RESTART
              3. gateways move to the new control plane
              4. the old control plane leaves
                 one: revision 1-30-8 of 1.30.8 leaves
              after step 1, until step 2 refused one: revision 1-30-8 goes away while workloads of shop have its proxies: MOVE

            """.Replace(
                "PROXIES",
                "their proxies are of 1-30-8 (1.30.8), and new ones of 1-31-4 (1.31.4)",
                StringComparison.Ordinal
            ).Replace("RESTART", "rollout restart deployment,statefulset,daemonset", StringComparison.Ordinal).Replace(
                "MOVE",
                "move the namespace to 1-31-4 with 1-30-8 still there, restart the workloads, and remove it then",
                StringComparison.Ordinal
            ),
            steps
        );
    }

    /// <summary>What each step says of the definition is one, and none of them is refused after the one before.</summary>
    [Fact]
    public async Task TheDefinitionOfEveryStepCanBeApplied()
    {
        var source = Directory.CreateDirectory(Path.Combine(_folder.Root, "project")).FullName;
        File.Copy(Path.Combine(Meshstack.Root, "Pulumi.yaml"), Path.Combine(source, "Pulumi.yaml"));
        var intents = Directory.CreateDirectory(Path.Combine(source, "infra", "mesh", "prod")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Meshstack.Root, "infra", "mesh", "prod")))
        {
            File.Copy(file, Path.Combine(intents, Path.GetFileName(file)));
        }

        using var json = JsonDocument.Parse(
            (await Meshstack.RunAsync("upgrade", "prod", "--from", "1.30.3", "--to", "1.31.4", "-o", "json")).Output
        );
        var steps = json.RootElement.GetProperty("steps").EnumerateArray().ToArray();
        Assert.Equal(4, steps.Length);
        var prod = await File.ReadAllTextAsync(Path.Combine(Meshstack.Root, "Pulumi.prod.yaml"));
        const string Now = "    version: 1.31.4\n    profile: production\n    revision: 1-31-4\n    tags: {prod: 1-31-4}\n";
        Assert.Contains(Now, prod, StringComparison.Ordinal);
        for (var i = 0; i < steps.Length; i++)
        {
            var definition = steps[i].GetProperty("definition").GetString()!;
            Assert.StartsWith("istio: {", definition, StringComparison.Ordinal);
            var keys = definition["istio: {".Length..^1]
                .Replace(", revision: ", "\n    revision: ", StringComparison.Ordinal)
                .Replace(", tags: ", "\n    tags: ", StringComparison.Ordinal);
            var text = prod.Replace(Now, $"    profile: production\n    {keys}\n", StringComparison.Ordinal);
            if (i == 1)
            {
                text = text.Replace("injection: prod", "injection: canary", StringComparison.Ordinal);
            }

            await File.WriteAllTextAsync(Path.Combine(source, "Pulumi.prod.yaml"), text);
            var preview = await Meshstack.RunAsync("preview", "prod", "--project", source);
            Assert.True(preview.ExitCode == 0, $"{definition}\n{preview.Error}{preview.Output}");
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    public async Task EveryFormIsTheSameTwice(string form)
    {
        string[] upgrade = ["upgrade", "prod", "--from", "1.30.3", "--to", "1.31.4", "-o", form];
        var (one, two) = (await Meshstack.RunAsync(upgrade), await Meshstack.RunAsync(upgrade));
        Assert.Equal((0, ""), (one.ExitCode, one.Error));
        Assert.Equal(one.Output, two.Output);
        Assert.DoesNotContain(Meshstack.Root, one.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
