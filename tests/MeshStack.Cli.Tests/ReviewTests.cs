using System.Diagnostics;
using System.Text.Json;

namespace MeshStack.Cli.Tests;

/// <summary>What a change does, as it is asked at a terminal; the comment has its tests with the action.</summary>
public sealed class ReviewTests : IDisposable
{
    private const string Shop = """
        kind: InboundService
        name: web
        owner: '@example/web'
        cluster: east
        namespace: shop
        port: 80
        targetPort: 8080
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

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    public ReviewTests()
    {
        Git("init", "-q", "-b", "main");
        Write("Pulumi.yaml", "name: shop\nruntime: dotnet\n");
        Write(
            "Pulumi.test.yaml",
            """
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:meshId: shop
              meshstack:trust: {rootCertificate: {config: root}}
              meshstack:gateways: {eastWest: {}}
              meshstack:namespaces: {cart: {}, shop: {}}
              meshstack:istio: {values: {istiod: {cpu: {targetAverageUtilization: 80}}}}
              meshstack:clusters:
                east: {context: kind-east}
                west: {context: kind-west}

            """
        );
        Write("infra/mesh/test/shop.yaml", Shop);
        Commit();
    }

    [Fact]
    public async Task WhatChangesIsSaidInTheOrderOfItsWeight()
    {
        Write(
            "infra/mesh/test/shop.yaml",
            Shop.Replace("[/items*]", "[/items*, /admin]", StringComparison.Ordinal)
                .Replace("port: 80\n", "port: 80\nconnectionPool: {tcp: {maxConnections: 7}}\n", StringComparison.Ordinal)
        );
        Write("Pulumi.test.yaml", Read("Pulumi.test.yaml").Replace("Utilization: 80", "Utilization: 60", StringComparison.Ordinal));
        var result = await ReviewAsync("--base", "HEAD");
        Assert.Equal(
            """
            test: 1 caller gains access to 1 service, nothing is cut off, 0 errors
              gained  west cart/cart → east shop/web:80: GET /admin  infra/mesh/test/shop.yaml:10
              must agree: @example/web, who owns web

            test, objects: east ~2, west ~1
              cluster east
              ~ AuthorizationPolicy shop/cart-to-web  infra/mesh/test/shop.yaml:10
                  spec.rules[0].to[0].operation.paths[1]: + /admin
              ~ DestinationRule shop/web  infra/mesh/test/shop.yaml:1
                  spec.trafficPolicy.connectionPool: + {"tcp":{"maxConnections":7}}
              cluster west
              ~ DestinationRule cart/web.shop.east  infra/mesh/test/shop.yaml:10
                  spec.trafficPolicy.connectionPool: + {"tcp":{"maxConnections":7}}

            test, Helm releases and values: east ~1, west ~1
              cluster east
              ~ Release istio-system/istiod  Pulumi.test.yaml:9
                  values.cpu.targetAverageUtilization: 80 → 60
              cluster west
              ~ Release istio-system/istiod  Pulumi.test.yaml:10
                  values.cpu.targetAverageUtilization: 80 → 60

            """,
            result.Output
        );
        Assert.Equal(0, result.ExitCode);
    }

    /// <summary>What others changed on the base branch since is not the doing of this change.</summary>
    [Fact]
    public async Task ABranchIsComparedWithWhereItLeft()
    {
        Git("checkout", "-q", "-b", "change");
        Write("infra/mesh/test/shop.yaml", Shop.Replace("[GET]", "[GET, PUT]", StringComparison.Ordinal));
        Commit();
        Git("checkout", "-q", "main");
        Write("infra/mesh/test/shop.yaml", Shop.Replace("/items*", "/other*", StringComparison.Ordinal));
        Commit();
        Git("checkout", "-q", "change");
        var lines = (await ReviewAsync("--base", "main")).Output.Split('\n');
        Assert.Equal("test: 1 caller gains access to 1 service, nothing is cut off, 0 errors", lines[0]);
        Assert.Equal(
            "  gained  west cart/cart → east shop/web:80: PUT /items*, for example PUT /items  infra/mesh/test/shop.yaml:9",
            lines[1]
        );
    }

    /// <summary>Nobody makes himself the one who has to agree.</summary>
    [Fact]
    public async Task TheOwnerIsWhoItWasBeforeTheChange()
    {
        Write(
            "infra/mesh/test/shop.yaml",
            Shop.Replace("@example/web", "@somebody", StringComparison.Ordinal).Replace("[/items*]", "['/*']", StringComparison.Ordinal)
        );
        var result = await ReviewAsync("--base", "HEAD");
        Assert.Contains("\n  must agree: @example/web, who owns web\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n  web has another owner: @example/web → @somebody\n", result.Output, StringComparison.Ordinal);
    }

    /// <summary>A service that moves to another namespace has the owner that it had where it was.</summary>
    [Fact]
    public async Task AServiceThatMovesKeepsItsOwner()
    {
        Write(
            "infra/mesh/test/shop.yaml",
            Shop.Replace("@example/web", "@somebody", StringComparison.Ordinal)
                .Replace("namespace: shop", "namespace: cart", StringComparison.Ordinal)
        );
        var result = await ReviewAsync("--base", "HEAD");
        Assert.Contains("\n  must agree: @example/web, who owns web\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("must agree: @somebody", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServiceWithoutOwnerIsSaidToHaveNone()
    {
        Write("infra/mesh/test/shop.yaml", Shop.Replace("owner: '@example/web'\n", "", StringComparison.Ordinal));
        Commit();
        Write("infra/mesh/test/shop.yaml", Read("infra/mesh/test/shop.yaml").Replace("[/items*]", "['/*']", StringComparison.Ordinal));
        Assert.Contains(
            "\n  nobody is named as the owner of web\n",
            (await ReviewAsync("--base", "HEAD")).Output,
            StringComparison.Ordinal
        );
    }

    /// <summary>Who takes away what keeps others out opens nothing yet, and is seen all the same.</summary>
    [Fact]
    public async Task AnInvariantThatIsTakenAwayIsSaid()
    {
        Write("infra/mesh/test/rules.yaml", "kind: Invariants\nnever:\n  - {from: outside, to: web}\n");
        Write("CODEOWNERS", "rules.yaml @example/security\n");
        Commit();
        File.Delete(Path.Combine(_folder, "infra/mesh/test/rules.yaml"));
        var result = await ReviewAsync("--base", "HEAD", "--fail-on", "widened");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            """
            test: nobody that is known gains access, nothing is cut off, 1 invariant is taken away, 0 errors
              must agree: @example/security, who owns infra/mesh/test/rules.yaml
              invariant taken away: never outside to east/shop/web (infra/mesh/test/rules.yaml:3 before the change)

            """,
            result.Output
        );
    }

    [Theory]
    [InlineData("owner: '@example/web'", "owner: '@somebody'")]
    [InlineData("owner: '@example/web'\n", "")]
    public async Task AnotherOwnerIsSaidAndTheOneBeforeHasToAgree(string before, string after)
    {
        Write("infra/mesh/test/shop.yaml", Shop.Replace(before, after, StringComparison.Ordinal));
        var result = await ReviewAsync("--base", "HEAD", "--fail-on", "widened");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            "test: nobody that is known gains access, nothing is cut off, 1 service has another owner, 0 errors\n"
                + "  must agree: @example/web, who owns web\n  web has another owner: @example/web → ",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task PlainTextFromAnybodyIsSaid()
    {
        Write("infra/mesh/test/shop.yaml", Shop.Replace("port: 80\n", "port: 80\nmutualTls: PERMISSIVE\n", StringComparison.Ordinal));
        var result = await ReviewAsync("--base", "HEAD", "--fail-on", "widened");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            "test: nobody that is known gains access, nothing is cut off, 1 namespace takes plain text, 0 errors\n",
            result.Output,
            StringComparison.Ordinal
        );
    }

    /// <summary>A service that goes leaves its workload open.</summary>
    [Fact]
    public async Task AWorkloadThatIsLeftOpenIsSaid()
    {
        Write(
            "infra/mesh/test/api.yaml",
            Shop.Replace("web", "api", StringComparison.Ordinal).Replace("cart-to-api", "cart-to-the-api", StringComparison.Ordinal)
        );
        Commit();
        Write("infra/mesh/test/shop.yaml", "# nothing\n");
        var result = await ReviewAsync("--base", "HEAD", "--fail-on", "widened");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(", 1 workload is left open, ", result.Output.Split('\n')[0], StringComparison.Ordinal);
    }

    /// <summary>Whoever is let in by an account is let in with the pods that have it now.</summary>
    [Fact]
    public async Task AnotherIdentityIsSaid()
    {
        WriteManifests("cart");
        Commit();
        WriteManifests("admin");
        var result = await ReviewManifestsAsync();
        Assert.Contains("1 workload has another identity", result.Output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains(
            "\n  one shop/cart runs as the account admin now, before as cart: it may call whatever that account may\n",
            result.Output,
            StringComparison.Ordinal
        );
    }

    /// <summary>Clients outside come first, callers that gain the same are one line, and what no proxy reads is no cause.</summary>
    [Fact]
    public async Task CallersThatGainTheSameAreOneLineAndThoseOutsideTheFirst()
    {
        WriteManifests("cart", callers: ["a", "b", "c", "d", "e"]);
        Commit();
        WriteManifests(
            "cart",
            callers: ["a", "b", "c", "d", "e"],
            more: """
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: config, namespace: shop}
            data: {a: b}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec: {hosts: [web.example.com], gateways: [ingress], http: [{route: [{destination: {host: web}}]}]}

            """
        );
        var lines = (await ReviewManifestsAsync()).Output.Split('\n');
        Assert.Contains("clients outside of the mesh among them", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  gained  outside one → one shop/web:80: ", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("manifests/one/more.yaml:7", lines[1], StringComparison.Ordinal);
    }

    /// <summary>What the API server refuses changes nothing in the cluster.</summary>
    [Fact]
    public async Task AnObjectThatIsRefusedIsAnError()
    {
        WriteManifests("cart");
        Commit();
        WriteManifests(
            "cart",
            more: "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: web, namespace: shop}\n"
                + "spec: {action: ALOW}\n"
        );
        var result = await ReviewManifestsAsync();
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("1 error", result.Output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("the change does not apply, and what is in the cluster stays as it was", result.Output, StringComparison.Ordinal);
    }

    /// <summary>The first pull request with a mesh, and the last.</summary>
    [Fact]
    public async Task AFolderThatComesOrGoesIsCompared()
    {
        WriteManifests("cart");
        var came = await ReviewManifestsAsync();
        Assert.Equal(0, came.ExitCode);
        Assert.Contains(": a new stack, ", came.Output.Split('\n')[0], StringComparison.Ordinal);
        Commit();
        Directory.Delete(Path.Combine(_folder, "manifests"), recursive: true);
        var went = await ReviewManifestsAsync();
        Assert.Equal(0, went.ExitCode);
        Assert.Contains(": the stack is not defined any more, ", went.Output.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsInNoWorkTreeIsSaidToBeInNone()
    {
        var folder = Directory.CreateTempSubdirectory("meshstack-").FullName;
        File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), "name: shop\nruntime: dotnet\n");
        File.Copy(Path.Combine(_folder, "Pulumi.test.yaml"), Path.Combine(folder, "Pulumi.test.yaml"));
        Directory.CreateDirectory(Path.Combine(folder, "infra", "mesh", "test"));
        File.WriteAllText(Path.Combine(folder, "infra", "mesh", "test", "shop.yaml"), Shop);
        var result = await Meshstack.RunAsync("review", "--base", "HEAD", "--project", folder);
        Directory.Delete(folder, recursive: true);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            $"test: not compared: {folder} is in no work tree that git reads: fatal: not a git repository ",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.EndsWith("; after the change 1 caller has access to 1 service; 0 errors\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheNearestRevisionIsNamed()
    {
        var result = await ReviewAsync("--base", "mian");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            "test: not compared: git has no revision 'mian'; did you mean main?; after",
            result.Output,
            StringComparison.Ordinal
        );
    }

    /// <summary>The example beside the program is nobody's change.</summary>
    [Fact]
    public async Task WithoutAProjectNothingElseIsReviewed()
    {
        var result = await Meshstack.RunAsync("review", "--base", "HEAD", "--project", Path.GetTempPath());
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("; --project says where it is, --manifests a folder of manifests\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsOneLine()
    {
        var result = await ReviewAsync("--base", "HEAD");
        Assert.Equal((0, "nothing changes in test since HEAD\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task AStackThatGoesIsSaidToStay()
    {
        File.Delete(Path.Combine(_folder, "Pulumi.test.yaml"));
        Directory.Delete(Path.Combine(_folder, "infra"), recursive: true);
        var lines = (await ReviewAsync("--base", "HEAD")).Output.Split('\n');
        Assert.Equal(
            "test: the stack is not defined any more, nobody gains access, 1 caller loses access to 1 service, 0 errors",
            lines[0]
        );
        Assert.Contains("  what it made stays until somebody runs pulumi destroy --stack test, at a commit that has its definition", lines);
    }

    [Fact]
    public async Task ARenamedServiceIsOneRenamePerObject()
    {
        Write(
            "infra/mesh/test/shop.yaml",
            Shop.Replace("name: cart-to-web\n", "name: cart-to-shop\nrenamedFrom: cart-to-web\n", StringComparison.Ordinal)
        );
        var result = await ReviewAsync("--base", "HEAD");
        Assert.Contains(
            "\n  ~ AuthorizationPolicy shop/cart-to-shop (was AuthorizationPolicy shop/cart-to-web; it is made anew)  "
                + "infra/mesh/test/shop.yaml:9\n      metadata.name: cart-to-web → cart-to-shop\n",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task MachinesGetAllOfIt()
    {
        Write("infra/mesh/test/shop.yaml", Shop.Replace("[/items*]", "['/*']", StringComparison.Ordinal));
        var result = await ReviewAsync("--base", "HEAD", "--output", "json");
        using var report = JsonDocument.Parse(result.Output);
        var stack = report.RootElement.GetProperty("stacks")[0];
        Assert.Equal("HEAD", report.RootElement.GetProperty("since").GetString());
        Assert.Equal("gained", stack.GetProperty("lines")[0].GetProperty("kind").GetString());
        Assert.Equal(9, stack.GetProperty("lines")[0].GetProperty("at").GetProperty("line").GetInt32());
        Assert.Equal("@example/web", stack.GetProperty("owners")[0].GetProperty("owner").GetString());
        Assert.Equal("changed", stack.GetProperty("objects")[0].GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData(1, "--fail-on", "widened")]
    [InlineData(1, "--fail-on", "changed")]
    [InlineData(0, "--fail-on", "diverted")]
    [InlineData(0)]
    public async Task WhatFailsIsAsked(int exitCode, params string[] arguments)
    {
        Write("infra/mesh/test/shop.yaml", Shop.Replace("[/items*]", "['/*']", StringComparison.Ordinal));
        Assert.Equal(exitCode, (await ReviewAsync(["--base", "HEAD", .. arguments])).ExitCode);
    }

    /// <summary>What could not be compared may be anything.</summary>
    [Fact]
    public async Task WithoutABaseNothingIsTakenForUnchanged()
    {
        var result = await ReviewAsync("--base", "--nowhere", "--fail-on", "widened");
        Assert.Equal(2, result.ExitCode);
        result = await ReviewAsync("--base=nowhere");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("test: not compared: git has no revision 'nowhere'", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("; 0 errors\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMistakeIsSaidAndTheRestIsReviewed()
    {
        Write("Pulumi.other.yaml", Read("Pulumi.test.yaml"));
        Write("infra/mesh/other/shop.yaml", Shop);
        Commit();
        Write("infra/mesh/other/shop.yaml", Shop.Replace("service: web", "service: wbe", StringComparison.Ordinal));
        Write("infra/mesh/test/shop.yaml", Shop.Replace("[/items*]", "['/*']", StringComparison.Ordinal));
        var result = await ReviewAsync("--base", "HEAD");
        var lines = result.Output.Split('\n');
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("other: the definition has 1 error", lines[0]);
        Assert.Equal(
            "  error infra/mesh/other/shop.yaml:11: service: there is no InboundService 'wbe'; allowed: web; did you mean web?",
            lines[1]
        );
        Assert.Equal("test: 1 caller gains access to 1 service, nothing is cut off, 0 errors", lines[2]);
    }

    [Fact]
    public async Task OneStackIsReviewedWhereOneIsNamed()
    {
        var result = await ReviewAsync("--base", "HEAD", "tset");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("there is no stack 'tset'; allowed: test; did you mean test?", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderOfManifestsIsNoStack()
    {
        var result = await ReviewAsync("--base", "HEAD", "--manifests", "nowhere");
        Assert.Equal(
            (2, "specify either --manifests, or stacks and --project, not both"),
            (result.ExitCode, result.Error.Split('\n')[0][11..])
        );
        result = await Meshstack.RunAsync("review", "--base", "HEAD", "--manifests", Path.Combine(_folder, "nowhere"));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("there is no folder '", result.Error, StringComparison.Ordinal);
        Assert.Contains("', and there was none at 'HEAD'\n", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<Meshstack.Result> ReviewAsync(params string[] arguments) =>
        Meshstack.RunAsync(["review", .. arguments, "--project", _folder]);

    private Task<Meshstack.Result> ReviewManifestsAsync() =>
        Meshstack.RunAsync("review", "--base", "HEAD", "--manifests", Path.Combine(_folder, "manifests"));

    private void WriteManifests(string account, string[]? callers = null, string more = "")
    {
        static string App(string name, string account) =>
            $$"""
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: {{name}}, namespace: shop}
                spec: {selector: {app: {{name}} }, ports: [{name: http, port: 80}]}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: {{name}}, namespace: shop}
                spec: {selector: {matchLabels: {app: {{name}} } }, template: {metadata: {labels: {app: {{name}} } },
                  spec: {serviceAccountName: {{account}}, containers: [{name: app}] } } }

                """;
        Write(
            "manifests/one/apps.yaml",
            "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n"
                + App("web", "web")
                + App("cart", account)
                + string.Concat((callers ?? []).Select(name => App(name, name)))
                + """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: ingress, namespace: shop}
                spec: {type: LoadBalancer, selector: {istio: ingress}, ports: [{name: http, port: 80}]}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: ingress, namespace: shop}
                spec:
                  selector: {matchLabels: {istio: ingress}}
                  template:
                    metadata: {labels: {istio: ingress}, annotations: {inject.istio.io/templates: gateway}}
                    spec: {serviceAccountName: ingress, containers: [{name: istio-proxy, image: auto}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: ingress, namespace: shop}
                spec: {selector: {istio: ingress}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [web.example.com]}]}

                """
        );
        Write("manifests/one/more.yaml", more);
    }

    [Fact]
    public async Task AccessesThatHaveExpiredOnTheDayOfTheReviewAreErrors()
    {
        Write("infra/mesh/test/shop.yaml", Shop.Replace("access:\n", "until: 2027-01-31\naccess:\n", StringComparison.Ordinal));
        const string expired =
            "infra/mesh/test/shop.yaml:15: east AuthorizationPolicy shop/cart-to-web: until: the access was until 2027-01-31";

        Assert.Equal(0, (await ReviewAsync("--base", "HEAD")).ExitCode);
        Assert.Equal(0, (await ReviewAsync("--base", "HEAD", "--today", "2027-01-31")).ExitCode);
        var added = await ReviewAsync("--base", "HEAD", "--today", "2027-02-01");
        Assert.Equal(1, added.ExitCode);
        Assert.Contains(expired, added.Output, StringComparison.Ordinal);

        Commit();
        var stands = await ReviewAsync("--base", "HEAD", "--today", "2027-02-01");
        Assert.Equal(1, stands.ExitCode);
        Assert.Contains(expired, stands.Output, StringComparison.Ordinal);
        var sarif = await ReviewAsync("--base", "HEAD^", "--today", "2027-02-01", "-o", "sarif");
        Assert.Contains("\"ruleId\": \"access-expired\"", sarif.Output, StringComparison.Ordinal);
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder, file));

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private void Commit()
    {
        Git("add", "-A");
        Git("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "change");
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
