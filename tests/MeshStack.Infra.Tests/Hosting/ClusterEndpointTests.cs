using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MeshStack.Hosting.Clusters;
using MeshStack.Infra.Tests.Definition;

namespace MeshStack.Infra.Tests.Hosting;

/// <summary>Where the contexts of a stack lead to, and whether anybody is there.</summary>
public sealed class ClusterEndpointTests
{
    [Fact]
    public void AContextLeadsToTheServerOfItsCluster()
    {
        var config = KubeContexts.Of(
            """
            apiVersion: v1
            current-context: west
            contexts:
              - {name: west, context: {cluster: w, user: u}}
              - {name: lost, context: {cluster: nowhere}}
            clusters:
              - name: w
                cluster: {server: "https://10.0.0.2:6443", certificate-authority-data: YWJj, proxy-url: "http://proxy:3128"}
            users: [{name: u, user: {token: secret}}]
            """
        );
        var endpoint = config.EndpointOf("west")!;
        Assert.Equal("https://10.0.0.2:6443/", endpoint.Server.ToString());
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", endpoint.Authority);
        Assert.Equal("http://proxy:3128/", endpoint.Proxy!.ToString());
        Assert.Equal(endpoint, config.EndpointOf(null));
        Assert.Null(config.EndpointOf("lost"));
        Assert.Null(config.EndpointOf("other"));
        Assert.Equal(["lost", "west"], config.Contexts);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("- a\n- b\n")]
    [InlineData("contexts: {}\nclusters: 3\n")]
    [InlineData("contexts: [{name: a, context: {cluster: c}}]\nclusters: [{name: c, cluster: {server: nowhere}}]\n")]
    [InlineData("/no/such/file")]
    public void WhatIsNoKubeconfigLeadsNowhere(string given) => Assert.Null(KubeContexts.Of(given).EndpointOf("a"));

    [Fact]
    public void TheAuthorityMayStandInAFileBesideIt()
    {
        var folder = Directory.CreateTempSubdirectory("meshstack-");
        File.WriteAllText(Path.Combine(folder.FullName, "ca.pem"), "abc");
        var file = Path.Combine(folder.FullName, "config");
        File.WriteAllText(
            file,
            "contexts: [{name: a, context: {cluster: c}}]\n"
                + "clusters: [{name: c, cluster: {server: \"https://c\", certificate-authority: ca.pem}}]\n"
        );
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", KubeContexts.Of(file).EndpointOf("a")!.Authority);
        folder.Delete(recursive: true);
    }

    /// <summary>Tools write a bundle in an order of their own, and with comments.</summary>
    [Fact]
    public void TheSameCertificatesAreTheSameAuthority()
    {
        var (one, two) = (Certificate("CN=one"), Certificate("CN=two"));
        var both = Authority(one + two);
        Assert.Equal(both, Authority($"# ours\n{two.ReplaceLineEndings("\r\n")}\n\n{one}{two}"));
        Assert.All(new[] { one, two, Certificate("CN=one") }, other => Assert.NotEqual(both, Authority(other)));

        static string Certificate(string name)
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var certificate = new CertificateRequest(name, key, HashAlgorithmName.SHA256).CreateSelfSigned(
                DateTimeOffset.UnixEpoch,
                DateTimeOffset.UnixEpoch.AddYears(200)
            );
            return certificate.ExportCertificatePem() + "\n";
        }

        static string? Authority(string pem) =>
            KubeContexts
                .Of(
                    "contexts: [{name: a, context: {cluster: c}}]\nclusters: [{name: c, cluster: {server: \"https://c\", "
                        + $"certificate-authority-data: {Convert.ToBase64String(Encoding.UTF8.GetBytes(pem))}}}}}]\n"
                )
                .EndpointOf("a")!
                .Authority;
    }

    [Fact]
    public async Task AClusterThatDoesNotAnswerIsNamed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var definition = Definition("east: {context: e, skipUpdateUnreachable: true}", "west: {context: w}");
        var endpoint = new ClusterEndpoint(new Uri($"https://127.0.0.1:{port}"), null);
        var warnings = await Reachability.CheckAsync(
            definition,
            new Dictionary<string, ClusterEndpoint> { ["east"] = endpoint, ["west"] = endpoint }
        );
        Assert.Equal(
            [
                $"meshstack:clusters.east: its API server https://127.0.0.1:{port}/ does not answer (no connection): what is in it "
                    + $"stays as "
                    + "it is, and an update that makes or deletes anything there fails",
                $"meshstack:clusters.west: its API server https://127.0.0.1:{port}/ does not answer (no connection): an update "
                    + $"fails there; "
                    + "skipUpdateUnreachable: true, or --exclude, leaves it out",
            ],
            warnings.Values.Select(w => w.ToString().Split(": ", 2)[1])
        );
    }

    [Fact]
    public async Task AServerThatSpeaksIsUpWhateverItSays()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        var answering = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            await stream.ReadAtLeastAsync(new byte[1024], 1);
            await stream.WriteAsync("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        });
        Assert.Empty(
            await Reachability.CheckAsync(
                Definition("west: {context: w}"),
                new Dictionary<string, ClusterEndpoint> { ["west"] = new(address, null) }
            )
        );
        await answering;
    }

    private static MeshDefinition Definition(params string[] clusters) =>
        SampleProject.Load("meshstack:trust: {generated: {}}\nmeshstack:clusters:\n" + string.Concat(clusters.Select(c => $"  {c}\n")));
}
