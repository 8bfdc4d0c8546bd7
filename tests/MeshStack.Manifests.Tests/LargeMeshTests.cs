namespace MeshStack.Manifests.Tests;

/// <summary>Sizes at which a join of everything with everything would not end; how fast it is, bench/ measures.</summary>
public class LargeMeshTests
{
    private const int Services = 3_000;

    [Fact]
    public void SixObjectsForEachOfThousandsOfServicesAreCheckedValidatedWrittenAndRead()
    {
        var manifests = Enumerable.Range(0, Services).SelectMany(Service).ToArray();
        Assert.Empty(IstioChecks.Check(manifests));
        Assert.All(IstioCrds.Versions, version => Assert.Empty(manifests.SelectMany(IstioCrds.For(version).Validate)));
        Assert.Equal(manifests.Length, ManifestYaml.Read(Text.Of(manifests), "mesh.yaml", "east").Count);
    }

    [Fact]
    public void OneObjectWithThousandsOfHostsRoutesAndEntriesIsChecked()
    {
        var hosts = Enumerable.Range(0, 10_000).Select(index => $"s{index}.example.com").ToArray();
        var routes = hosts.Select(host => new Dictionary<string, object?>
        {
            ["match"] = new[]
            {
                new Dictionary<string, object?> { ["uri"] = new Dictionary<string, object?> { ["prefix"] = $"/{host}/" } },
            },
            ["route"] = new[] { new Dictionary<string, object?> { ["destination"] = new Dictionary<string, object?> { ["host"] = host } } },
        });
        var tls = new[]
        {
            new Dictionary<string, object?>
            {
                ["match"] = new[] { new Dictionary<string, object?> { ["sniHosts"] = hosts } },
                ["route"] = new[]
                {
                    new Dictionary<string, object?> { ["destination"] = new Dictionary<string, object?> { ["host"] = "a" } },
                },
            },
        };
        var wide = Object(
            "networking.istio.io/v1",
            "VirtualService",
            "wide",
            "shop",
            new()
            {
                ["hosts"] = hosts,
                ["http"] = routes.ToArray(),
                ["tls"] = tls,
            }
        );
        var sharers = Enumerable
            .Range(0, 10_000)
            .Select(index =>
                Object(
                    "networking.istio.io/v1",
                    "VirtualService",
                    $"shared{index}",
                    $"n{index}",
                    new()
                    {
                        ["hosts"] = new[] { "one.example.com" },
                        ["exportTo"] = new[] { index % 2 == 0 ? "." : "*" },
                        ["http"] = new[] { routes.First() },
                    }
                )
            );

        Manifest[] manifests = [wide, .. sharers];
        Assert.All(IstioChecks.Check(manifests), finding => Assert.Equal("virtual-service-host-shared", finding.Code));
    }

    private static IEnumerable<Manifest> Service(int index)
    {
        var (name, ns) = ($"service-{index}", $"team-{index % 100}");
        var host = $"{name}.{ns}.svc.cluster.local";
        var selector = new Dictionary<string, object?> { ["matchLabels"] = new Dictionary<string, object?> { ["app"] = name } };
        var rule = new Dictionary<string, object?>
        {
            ["from"] = new[]
            {
                new Dictionary<string, object?>
                {
                    ["source"] = new Dictionary<string, object?> { ["principals"] = new[] { $"cluster.local/ns/{ns}/sa/caller" } },
                },
            },
            ["to"] = new[]
            {
                new Dictionary<string, object?>
                {
                    ["operation"] = new Dictionary<string, object?> { ["methods"] = new[] { "GET" }, ["paths"] = new[] { "/api/*" } },
                },
            },
        };
        yield return Object(
            "networking.istio.io/v1",
            "DestinationRule",
            name,
            ns,
            new()
            {
                ["host"] = host,
                ["trafficPolicy"] = new Dictionary<string, object?>
                {
                    ["tls"] = new Dictionary<string, object?> { ["mode"] = "ISTIO_MUTUAL" },
                },
            }
        );
        yield return Object(
            "security.istio.io/v1",
            "PeerAuthentication",
            name,
            ns,
            new()
            {
                ["selector"] = selector,
                ["mtls"] = new Dictionary<string, object?> { ["mode"] = "STRICT" },
            }
        );
        yield return Object(
            "security.istio.io/v1",
            "AuthorizationPolicy",
            name,
            ns,
            new() { ["selector"] = selector, ["rules"] = new[] { rule } }
        );
        yield return Object("security.istio.io/v1", "AuthorizationPolicy", $"{name}-nothing", ns, new() { ["selector"] = selector });
        yield return Object(
            "networking.istio.io/v1",
            "VirtualService",
            name,
            ns,
            new()
            {
                ["hosts"] = new[] { host },
                ["http"] = new[]
                {
                    new Dictionary<string, object?>
                    {
                        ["timeout"] = "10s",
                        ["route"] = new[]
                        {
                            new Dictionary<string, object?> { ["destination"] = new Dictionary<string, object?> { ["host"] = host } },
                        },
                    },
                },
            }
        );
        yield return Object(
            "networking.istio.io/v1",
            "ServiceEntry",
            name,
            ns,
            new()
            {
                ["hosts"] = new[] { $"{name}.{ns}.east" },
                ["resolution"] = "DNS",
                ["ports"] = new[]
                {
                    new Dictionary<string, object?>
                    {
                        ["name"] = "http",
                        ["number"] = 80,
                        ["protocol"] = "HTTP",
                    },
                },
                ["endpoints"] = new[]
                {
                    new Dictionary<string, object?>
                    {
                        ["address"] = "${east.eastWestGateway.address}",
                        ["ports"] = new Dictionary<string, object?> { ["http"] = 15443 },
                    },
                },
            }
        );
    }

    private static Manifest Object(string apiVersion, string kind, string name, string ns, Dictionary<string, object?> spec) =>
        Manifest.From(
            "east",
            new Dictionary<string, object?>
            {
                ["apiVersion"] = apiVersion,
                ["kind"] = kind,
                ["metadata"] = new Dictionary<string, object?> { ["name"] = name, ["namespace"] = ns },
                ["spec"] = spec,
            }
        );
}
