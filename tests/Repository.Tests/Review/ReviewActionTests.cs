using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Repository.Tests.Preview;

namespace Repository.Tests.Review;

/// <summary>What stands under a pull request, by the scripts of the action.</summary>
[Collection(OneClone.Name)]
public sealed partial class ReviewActionTests(BuiltClone tool)
{
    private const string Project = "name: shop\nruntime: dotnet\n";

    private const string Owners = "*  @example/platform\ninfra/mesh/*/shop.yaml  @example/shop\n";

    private const string Stack = """
        config:
          pulumi:disable-default-providers: [kubernetes]
          meshstack:meshId: shop
          meshstack:trust:
            rootCertificate: {config: root}
          meshstack:gateways:
            eastWest: {}
            ingress: {}
          meshstack:namespaces:
            cart: {}
            old: {}
            shop: {}
          meshstack:clusters:
            east:
              context: kind-east
            west:
              context: kind-west
          meshstack:web-key:
            secure: v1:AAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA

        """;

    private const string Shop = """
        kind: InboundService
        name: web
        cluster: east
        namespace: shop
        port: 80
        targetPort: 8080
        serviceAccount: web
        externalName: shop.example.com
        certificates:
          certificate: {config: web-certificate}
          privateKey: {config: web-key}
        ---
        kind: ClientAccess
        name: cart-to-web
        service: web
        cluster: west
        namespace: cart
        serviceAccount: cart
        access:
          - methods: [GET]
            paths: [/items*]
        ---
        kind: ClientAccess
        name: world-to-web
        service: web
        type: external
        access:
          - methods: [GET]
            paths: [/]

        """;

    private const string Job = """
        kind: ClientAccess
        name: job-to-web
        service: web
        cluster: east
        namespace: cart
        serviceAccount: job
        access:
          - methods: [POST]
            paths: [/orders]

        """;

    private const string StackFile = "Pulumi.test.yaml";

    private const string ShopFile = "infra/mesh/test/shop.yaml";

    private const string JobFile = "infra/mesh/test/job.yaml";

    [Fact]
    public async Task ACallerIsAdded()
    {
        using var repository = await ShopAsync();
        await repository.ChangeAsync((JobFile, Job));
        await AssertAsync(repository, "caller-added", 0);
        Assert.Contains(
            "2 clusters",
            await File.ReadAllTextAsync(repository.Artifact("stacks", "test", "preview.txt")),
            StringComparison.Ordinal
        );
        Assert.True(Directory.Exists(repository.Artifact("stacks", "test", "manifests", "east")));
        using var sarif = JsonDocument.Parse(await File.ReadAllTextAsync(repository.Artifact("review.sarif")));
        var result = sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal("review-access", result.GetProperty("ruleId").GetString());
        Assert.Equal(
            JobFile,
            result
                .GetProperty("locations")[0]
                .GetProperty("physicalLocation")
                .GetProperty("artifactLocation")
                .GetProperty("uri")
                .GetString()
        );
    }

    [Fact]
    public async Task ACallerIsRemoved()
    {
        using var repository = await ShopAsync((JobFile, Job));
        await repository.ChangeAsync((JobFile, null));
        await AssertAsync(repository, "caller-removed", 0);
    }

    [Fact]
    public async Task APathIsWidened()
    {
        using var repository = await ShopAsync();
        await repository.ReplaceAsync(ShopFile, "paths: [/items*]", "paths: [/items*, /admin*]");
        await AssertAsync(repository, "path-widened", 0);
    }

    [Fact]
    public async Task TheJobFailsWhereItIsToldTo()
    {
        using var repository = await ShopAsync();
        await repository.ReplaceAsync(ShopFile, "paths: [/items*]", "paths: [/items*, /admin*]");
        Assert.Equal(1, (await repository.ReviewAsync(("fail-on", "widened diverted"))).Result.ExitCode);
        Assert.Equal(0, (await repository.ReviewAsync(("fail-on", "diverted"))).Result.ExitCode);
    }

    [Fact]
    public async Task TheWeightOfARouteChanges()
    {
        using var repository = await ManifestsAsync(Route("{host: web}, weight: 100}"));
        await repository.ChangeAsync(("mesh/one/route.yaml", Route("{host: web}, weight: 90}, {destination: {host: canary}, weight: 10}")));
        await AssertAsync(repository, "route-weight", 0, ("manifests", "mesh"));
    }

    [Fact]
    public async Task CallsAreMirrored()
    {
        using var repository = await ManifestsAsync(Route("{host: web}}"));
        await repository.ChangeAsync(
            (
                "mesh/one/other.yaml",
                Route("{host: web.shop.svc.cluster.local}}")
                    .Replace("namespace: shop", "namespace: lab", StringComparison.Ordinal)
                    .Replace("hosts: [web]", "hosts: [web.shop.svc.cluster.local]", StringComparison.Ordinal)
                    .Replace("http: [{", "http: [{mirror: {host: tap.lab.svc.cluster.local}, ", StringComparison.Ordinal)
            ),
            ("mesh/one/route.yaml", null)
        );
        await AssertAsync(repository, "mirror", 0, ("manifests", "mesh"));
    }

    [Fact]
    public async Task ASecretChanges()
    {
        using var repository = await ShopAsync();
        await repository.ReplaceAsync(StackFile, "v1:AAAAAAAAAAAAAAAA:AAAA", "v1:AAAAAAAAAAAAAAAA:BBBB");
        var comment = await AssertAsync(repository, "secret-changed", 0);
        Assert.DoesNotContain("BBBB", comment, StringComparison.Ordinal);
    }

    /// <summary>Of the Secrets among manifests, too, nobody sees more than that they change.</summary>
    [Fact]
    public async Task ASecretAmongManifestsChanges()
    {
        using var repository = await ManifestsAsync(Secret("hunter2hunter2"));
        await repository.ChangeAsync(("mesh/one/route.yaml", Secret("hunter3hunter3")));
        var (comment, result) = await repository.ReviewAsync(("manifests", "mesh"));
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "\n~ Secret shop/key  mesh/one/route.yaml:1\n    stringData.password: [secret] → [secret]\n",
            comment,
            StringComparison.Ordinal
        );
        foreach (var file in Directory.EnumerateFiles(repository.Artifact()))
        {
            Assert.DoesNotContain("hunter", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ANamespaceLeaves()
    {
        using var repository = await ShopAsync();
        await repository.ReplaceAsync(StackFile, "    old: {}\n", "");
        await AssertAsync(repository, "namespace-leaves", 1);
    }

    [Fact]
    public async Task ADefinitionIsBroken()
    {
        using var repository = await ShopAsync();
        await repository.ReplaceAsync(ShopFile, "kind: InboundService", "kind: InboundServise");
        await AssertAsync(repository, "definition-broken", 2);
    }

    /// <summary>A change that repairs what is broken has to pass.</summary>
    [Fact]
    public async Task TheBaseIsBroken()
    {
        using var repository = await ShopAsync((JobFile, Job.Replace("service: web", "service: wbe", StringComparison.Ordinal)));
        await repository.ChangeAsync((JobFile, Job));
        await AssertAsync(repository, "base-broken", 0);
    }

    [Fact]
    public async Task TheBaseIsNotThere()
    {
        using var repository = await ShopAsync();
        await AssertAsync(repository, "base-missing", 2, ("base", "nowhere"));
    }

    [Fact]
    public async Task NothingChanges()
    {
        using var repository = await ShopAsync();
        await repository.ChangeAsync(("notes.txt", "nothing of the mesh"));
        await AssertAsync(repository, "no-change", 0);
    }

    [Fact]
    public async Task AStackIsNew()
    {
        using var repository = await ReviewedRepository.WithAsync(tool, ("Pulumi.yaml", Project), (".github/CODEOWNERS", Owners));
        await repository.ChangeAsync((StackFile, Stack), (ShopFile, Shop));
        await AssertAsync(repository, "stack-new", 0);
    }

    /// <summary>What is too much for one comment is left out aloud, and stands in the artifact.</summary>
    [Fact]
    public async Task FourHundredObjectsChange()
    {
        using var repository = await ShopAsync(("infra/mesh/test/many.yaml", Many("maxConnections: 10")));
        await repository.ChangeAsync(("infra/mesh/test/many.yaml", Many($"maxConnections: 20, connectTimeout: 10s")));
        var (comment, result) = await repository.ReviewAsync();
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.InRange(comment.Length, 60_000, 64_000);
        Assert.StartsWith(
            "<!-- meshstack review -->\n### MeshStack: what changes since `HEAD^1`\n\n"
                + "> **This comment is cut: the change is too large for one.** The whole review is in `review.md`, "
                + "in the artifact of the job.\n\n"
                + "**test**: nobody gains access, nothing is cut off, 0 errors\n",
            comment,
            StringComparison.Ordinal
        );
        Assert.Contains("<details><summary>test: objects: east ~400", comment, StringComparison.Ordinal);
        Assert.Matches(@"\n~~~~~~~~\n\n</details>\n\n\n\*\*\d+ lines are left out here\.\*\* `review\.md` has them\.\n\z", comment);
        var whole = await File.ReadAllTextAsync(repository.Artifact("review.md"));
        Assert.Equal(400, whole.Split("\n~ DestinationRule shop/many-").Length - 1);
    }

    /// <summary>Names of objects, files and owners are somebody's text, and no layout.</summary>
    [Fact]
    public async Task ForgedNamesChangeNoForm()
    {
        const string forged = "web\u001b[2J`|](http://x)@everyone<img src=x>\n### forged\n~~~~~~~~\n</details>\u202e";
        using var repository = await ManifestsAsync("# nothing yet\n");
        var name = JsonSerializer.Serialize(forged);
        await repository.ChangeAsync(
            (
                "mesh/one/@everyone ``` <b>.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "
                    + name
                    + ", namespace: "
                    + name
                    + "}\ndata: {"
                    + name
                    + ": "
                    + name
                    + "}\n---\n"
                    + "apiVersion: v1\nkind: Service\nmetadata: {name: "
                    + name
                    + ", namespace: shop}\nspec: {selector: {app: web}, ports: [{port: 81}]}\n"
            )
        );
        await repository.ChangeAsync(
            ("mesh/~~~~~~~~/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n"),
            ("mesh/x\n~~~~~~~~\n### forged\n<img src=x> @everyone/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n")
        );
        var (comment, _) = await repository.ReviewAsync(("manifests", "mesh"), ("base", "HEAD~2"));
        Assert.DoesNotContain("\n### forged", comment, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', comment);
        Assert.DoesNotContain('\u202e', comment);
        Assert.Equal(comment.Split("\n<details>").Length, comment.Split("\n</details>").Length);
        Assert.Equal(0, comment.Split('\n').Count(line => line == "~~~~~~~~text") - comment.Split('\n').Count(line => line == "~~~~~~~~"));
        var outside = OutsideOfCode(comment);
        Assert.DoesNotContain("@everyone", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("](http", outside, StringComparison.Ordinal);
        foreach (var file in new[] { "review.txt", "review.json", "review.sarif", "review.md" })
        {
            var text = await File.ReadAllTextAsync(repository.Artifact(file));
            Assert.DoesNotContain('\u001b', text);
            Assert.DoesNotContain('\u202e', text);
        }
    }

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    /// <summary>Whatever breaks down, the comment says that it did.</summary>
    [Fact]
    public async Task AToolThatBreaksDownIsSaid()
    {
        using var repository = await ShopAsync();
        var (comment, result) = await repository.ReviewAsync(("fail-on", "nonsense"));
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            "<!-- meshstack review -->\n### MeshStack: the review failed\n\n    meshstack: --fail-on: 'nonsense' is not allowed; ",
            comment,
            StringComparison.Ordinal
        );
        Assert.EndsWith("\nThe log of the job has all of it.\n", comment, StringComparison.Ordinal);
    }

    /// <summary>An error that stands is named, whoever made it.</summary>
    [Fact]
    public async Task AnErrorThatStoodBeforeIsNamed()
    {
        using var repository = await ShopAsync(("infra/mesh/test/rules.yaml", "kind: Invariants\nnever:\n  - {from: outside, to: web}\n"));
        await repository.ChangeAsync(("notes.txt", "nothing of the mesh"));
        var (comment, result) = await repository.ReviewAsync();
        Assert.Equal(1, result.ExitCode);
        Assert.Matches(@"\n- error infra/mesh/test/rules\.yaml:3: .* \(it was there before\)\n", comment);
    }

    private static string OutsideOfCode(string comment)
    {
        var outside = new StringBuilder();
        var isInside = false;
        foreach (var line in comment.Split('\n'))
        {
            isInside = line == "~~~~~~~~text" || (isInside && line != "~~~~~~~~");
            outside.Append(isInside ? "" : Code().Replace(line, "") + "\n");
        }

        return outside.ToString();
    }

    private static async Task<string> AssertAsync(
        ReviewedRepository repository,
        string name,
        int exitCode,
        params (string Name, string Value)[] inputs
    )
    {
        var (comment, result) = await repository.ReviewAsync(inputs);
        Assert.True(result.ExitCode == exitCode, $"exit code {result.ExitCode}\n{result.Output}{result.Error}");
        var file = Checkout.Path("tests", "Repository.Tests", "Review", "Comments", $"{name}.md");
        if (Environment.GetEnvironmentVariable("MESHSTACK_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, comment);
        }

        Assert.Equal(await File.ReadAllTextAsync(file), comment);
        return comment;
    }

    private Task<ReviewedRepository> ShopAsync(params (string Path, string Text)[] more) =>
        ReviewedRepository.WithAsync(
            tool,
            [("Pulumi.yaml", Project), (".github/CODEOWNERS", Owners), (StackFile, Stack), (ShopFile, Shop), .. more]
        );

    private Task<ReviewedRepository> ManifestsAsync(string route) =>
        ReviewedRepository.WithAsync(
            tool,
            ("CODEOWNERS", "mesh/ @example/shop\n"),
            (
                "mesh/one/apps.yaml",
                string.Join("---\n", new[] { ("shop", "web"), ("shop", "canary"), ("shop", "cart"), ("lab", "tap") }.Select(App))
            ),
            ("mesh/one/route.yaml", route)
        );

    private static string App((string Namespace, string Name) app) =>
        $$"""
            apiVersion: v1
            kind: Namespace
            metadata: {name: {{app.Namespace}}, labels: {istio-injection: enabled} }
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: {{app.Name}}, namespace: {{app.Namespace}} }
            spec: {selector: {app: {{app.Name}} }, ports: [{name: http, port: 80}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: {{app.Name}}, namespace: {{app.Namespace}} }
            spec: {selector: {matchLabels: {app: {{app.Name}} } }, template: {metadata: {labels: {app: {{app.Name}} } },
              spec: {serviceAccountName: {{app.Name}}, containers: [{name: app}]} } }

            """;

    private static string Route(string destination) =>
        $$"""
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec: {hosts: [web], http: [{route: [{destination: {{destination}}]}]}

            """;

    private static string Secret(string password) =>
        $"apiVersion: v1\nkind: Secret\nmetadata: {{name: key, namespace: shop}}\nstringData: {{password: {password}}}\n";

    private static string Many(string pool) =>
        string.Join(
            "---\n",
            Enumerable
                .Range(0, 400)
                .Select(i =>
                    $"kind: InboundService\nname: many-{i}\ncluster: east\nnamespace: shop\nport: 80\ntargetPort: 8080\n"
                    + $"connectionPool: {{tcp: {{{pool}}}}}\n"
                )
        );
}
