using MeshStack.Offline.Tests.Programs;
using MeshStack.Offline.Tests.Rendering;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using static MeshStack.Offline.Tests.Programs.Offline;

namespace MeshStack.Offline.Tests;

public sealed class DeterminismTests
{
    // Callbacks and delays make registrations overlap.
    private static async Task Program()
    {
        var sites = Enumerable.Range(1, 3).Select(number => new Site($"cluster{number:00}")).ToArray();
        var releases = sites
            .Select(site => new Release(
                $"{site.GetResourceName()}-gateway",
                new()
                {
                    Chart = "gateway",
                    Name = "istio-eastwestgateway",
                    Namespace = "istio-system",
                },
                site.Use
            ))
            .ToArray();
        await Task.WhenAll(
            sites.Select(
                (site, index) =>
                    Task.Run(async () =>
                    {
                        var name = site.GetResourceName();
                        _ = new Namespace(
                            $"{name}-generated",
                            new() { Metadata = new ObjectMetaArgs { Labels = { ["b"] = "2", ["a"] = "1" } } },
                            site.Use
                        );
                        foreach (var number in Enumerable.Range(0, 20).OrderBy(_ => Random.Shared.Next()))
                        {
                            await Task.Yield();
                            var service = Service.Get(
                                $"{name}-read-{number}",
                                releases[(index + 1) % sites.Length].Status.Apply(status => $"{status.Namespace}/{status.Name}"),
                                sites[(index + 1) % sites.Length].Use
                            );
                            Route(
                                $"{name}-route-{number}",
                                site.Use,
                                new RouteSpecArgs
                                {
                                    Host = service.Status.Apply(status => status.LoadBalancer.Ingress[0].Ip),
                                    Hosts = { "a", "b" },
                                }
                            );
                        }
                    })
            )
        );
    }

    [Fact]
    public async Task TheSameProgramGivesTheSameBytes()
    {
        using var directory = new TemporaryDirectory();
        var recordings = new List<Recording>();
        foreach (var name in new[] { "one", "two", "three" })
        {
            recordings.Add(await OfflineStack.RunAsync(new OfflineOptions(), Program));
            Renderer.Write(recordings[^1], directory[name]);
        }

        var files = TemporaryDirectory.Files(directory["one"]);
        Assert.Contains(
            "${cluster02.eastWestGateway.address}",
            files["cluster01/01-fill-in/shop/route-cluster01-route-0.yaml"],
            StringComparison.Ordinal
        );
        Assert.Equal(files, TemporaryDirectory.Files(directory["two"]));
        Assert.Equal(files, TemporaryDirectory.Files(directory["three"]));
        Assert.Single(recordings.Select(Everything).Distinct());
    }

    private static string Everything(Recording recording) =>
        string.Join(
            '\n',
            recording.Resources.Select(resource =>
                $"{resource.Id} {resource.Cluster} {resource.Component} {resource.Parent} {string.Join(',', resource.DependsOn)} "
                + $"{Text(resource.Inputs)}"
            )
        );
}
