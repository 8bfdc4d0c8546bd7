using System.Diagnostics;
using Xunit.Abstractions;

namespace MeshStack.Manifests.Tests;

public class LargeMeshTests(ITestOutputHelper output)
{
    private const int Services = 10_000;

    // Six objects for each of 10,000 services; the time allowed is several times what it takes, and far below what a quadratic join would.
    [Fact]
    public void Sixty_thousand_objects_are_checked_validated_written_and_read_in_seconds()
    {
        var manifests = Enumerable.Range(0, Services).SelectMany(Service).ToArray();
        Assert.Empty(IstioChecks.Check(manifests[..600]));

        var text = "";
        var checking = Time("check", () => Assert.Empty(IstioChecks.Check(manifests)));
        var validating = Time(
            "validate",
            () => Assert.All(IstioCrds.Versions, version => Assert.Empty(manifests.SelectMany(IstioCrds.For(version).Validate)))
        );
        var writing = Time("write", () => text = Text.Of(manifests));
        var reading = Time("read", () => Assert.Equal(manifests.Length, ManifestYaml.Read(text, "mesh.yaml", "east").Count));

        Assert.InRange(checking, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.InRange(validating, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.InRange(writing, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.InRange(reading, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void One_object_with_thousands_of_hosts_routes_and_entries_is_checked_in_seconds()
    {
        var hosts = Enumerable.Range(0, 20_000).Select(index => $"s{index}.example.com").ToArray();
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
            .Range(0, 20_000)
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
        var checking = Time(
            "check",
            () => Assert.All(IstioChecks.Check(manifests), finding => Assert.Equal("virtual-service-host-shared", finding.Code))
        );

        Assert.InRange(checking, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private TimeSpan Time(string what, Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms");
        return watch.Elapsed;
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
