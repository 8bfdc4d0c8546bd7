namespace MeshStack.Cli.Tests;

/// <summary>What is misspelt is said with the nearest that there is, and with nothing that merely follows from it.</summary>
public sealed class MisspeltTests
{
    private const string Commands = "preview, render, explain, access, review, upgrade, lint, completion, help, version";

    [Theory]
    [InlineData("there is no command 'prewiev'; did you mean preview?", "meshstack", "prewiev")]
    [InlineData("there is no command 'prewiev'; did you mean preview?", "meshstack", "prewiev", "dev", "--ouptut", "json")]
    [InlineData("there is no command 'prewiev'; did you mean preview?", "meshstack", "prewiev", "--help")]
    [InlineData("there is no command 'acces'; did you mean access?", "meshstack", "help", "acces")]
    [InlineData("there is no command 'access dif'; did you mean access diff?", "meshstack access", "access", "dif", "main")]
    [InlineData($"there is no command 'frobnicate'; commands: {Commands}", "meshstack", "frobnicate")]
    [InlineData("there is no option '--ouput'; did you mean --output?", "meshstack preview", "preview", "--ouput", "json")]
    [InlineData("there is no option '--ouput=json'; did you mean --output?", "meshstack preview", "preview", "dev", "--ouput=json")]
    [InlineData("there is no option '--colour'", "meshstack preview", "preview", "--colour")]
    [InlineData("there is no option '--form'; did you mean --from?", "meshstack explain", "explain", "--form", "a/b/c", "--to", "x:1")]
    [InlineData("there is no option '--acess'; did you mean --access?", "meshstack lint", "lint", "--acess", "infra")]
    [InlineData("there is no option '--satck'; did you mean --stack?", "meshstack access diff", "access", "diff", "main", "--satck", "dev")]
    [InlineData("there is no option '--versoin'; did you mean --version?", "meshstack", "--versoin")]
    [InlineData(
        "--output: 'jsno' is not allowed; allowed: text, json, markdown, sarif; did you mean json?",
        "meshstack preview",
        "preview",
        "-o",
        "jsno"
    )]
    public async Task ACommandLineIsSaidInOneLine(string error, string command, params string[] arguments)
    {
        var result = await Meshstack.RunAsync(arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal($"meshstack: {error}\nSee: {command} --help\n", result.Error);
    }

    [Fact]
    public async Task WhatIsBehindDashesIsNoOption()
    {
        var result = await Meshstack.RunAsync("lint", "--", "--acess");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal("--acess: there is no such file or folder; - is the standard input\n1 error.\n", result.Error);
    }

    [Theory]
    [InlineData("--to: no cluster has the host 'payments'; did you mean payments.payments.svc.cluster.local?", "prod", "payments:8443")]
    [InlineData("--to: no cluster has the host 'paymnets'; did you mean payments.payments.svc.cluster.local?", "prod", "paymnets:8443")]
    [InlineData(
        "--to: no cluster has the host 'search'; did you mean search-index.search.svc.cluster.local, search-index-0.search.svc.cluster."
            + "local or search-index-1.search.svc.cluster.local?",
        "prod",
        "search:9200"
    )]
    [InlineData(
        "--to: no cluster has the host 'zzzzz'; allowed: catalog.shop.svc.cluster.local, istio-eastwestgateway.istio-system.svc.cluster."
            + "local, istio-ingressgateway.istio-ingress.svc.cluster.local and 9 more",
        "prod",
        "zzzzz:80"
    )]
    [InlineData(
        "--to: 'https://shop.example.com/checkout' is a URL: write --to shop.example.com:443 --path /checkout",
        "prod",
        "https://shop.example.com/checkout"
    )]
    [InlineData(
        "--to: 'shop.example.com:443/checkout?a=b' is a URL: write --to shop.example.com:443 --path '/checkout?a=b'",
        "prod",
        "shop.example.com:443/checkout?a=b"
    )]
    [InlineData("--to: 'http://web:8080' is a URL: write --to web:8080", "prod", "http://web:8080")]
    [InlineData("--to: 'tcp://db.example.com/' is a URL: write --to db.example.com:PORT", "prod", "tcp://db.example.com/")]
    [InlineData("--to: there is no cluster 'fra3'; allowed: fra1, fra2, iad1; did you mean fra1?", "prod", "fra3/web:80")]
    [InlineData(
        "--from: no ingress gateway serves www.elsewhere.org; choose the cluster that the request enters by with --from outside:CLUSTER",
        "prod",
        "www.elsewhere.org:443"
    )]
    public async Task AHostIsSaidWithTheNearest(string error, string stack, string to)
    {
        var result = await Meshstack.RunAsync("explain", stack, "--from", "outside", "--to", to);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal($"{error}\n1 error.\n", result.Error);
    }

    [Theory]
    [InlineData("default/sleep", "; did you mean cluster01/default/sleep or cluster02/default/sleep?")]
    [InlineData("cluster02/sleep", "; did you mean cluster02/default/sleep?")]
    [InlineData("outside/cluster01", "; did you mean outside:cluster01?")]
    [InlineData("qqqqq", "")]
    public async Task ACallerIsSaidWithTheNearest(string from, string nearest)
    {
        var result = await Meshstack.RunAsync("explain", "dev", "--from", from, "--to", "httpbin.namespace02.logicalcloud02:80");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            $"--from: '{from}' is neither CLUSTER/NAMESPACE/SERVICEACCOUNT nor outside[:CLUSTER]{nearest}\n1 error.\n",
            result.Error
        );
    }

    [Fact]
    public async Task ACallerOfAFolderIsSaidWithTheNearest()
    {
        using var folder = new ManifestFolder().Cluster("one", ManifestFolder.Pods("cart"));
        var result = await Meshstack.RunAsync("explain", "--manifests", folder.Root, "--from", "shop/cart", "--to", "web.shp:80");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            "--from: 'shop/cart' is neither CLUSTER/NAMESPACE/SERVICEACCOUNT nor outside[:CLUSTER]; did you mean one/shop/cart?\n"
                + "1 error.\n",
            result.Error
        );
    }

    [Fact]
    public async Task AnAccountAndAHostOfAFolderAreTakenForGrantedWithTheNearest()
    {
        using var folder = new ManifestFolder().Cluster("one", ManifestFolder.Pods("cart"));
        var result = await Meshstack.RunAsync("explain", "--manifests", folder.Root, "--from", "one/shop/crat", "--to", "web.shp:80");

        Assert.Equal("", result.Error);
        Assert.Contains("service account shop/crat with a sidecar; did you mean cart?\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("names the host web.shp; did you mean web.shop.svc.cluster.local?\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderIsSaidWithTheNearest()
    {
        var result = await Meshstack.RunAsync("access", "--manifests", "test");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal("there is no folder 'test'; did you mean tests?\n1 error.\n", result.Error);
    }
}
