using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace MeshStack.Components.Tests.Install;

/// <summary>Before the first update no release has an id, and no Service that it makes exists.</summary>
public sealed class FirstPreviewTests
{
    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public async Task TheServiceOfAGatewayIsReadOnceItsReleaseIsThereAndNeverRegistered(bool isInstalled, int expected)
    {
        var mocks = new Mocks(isInstalled);
        _ = await Deployment.TestAsync(
            mocks,
            new TestOptions { IsPreview = true },
            () =>
            {
                var cluster = new MeshCluster("east", new MeshClusterArgs { Context = "kind-east" });
                _ = new IstioInstall(
                    "east-istio",
                    new IstioInstallArgs
                    {
                        Cluster = cluster,
                        MeshId = "m",
                        EastWest = new(),
                        Ingress = new(),
                    }
                );
            }
        );

        Assert.Equal(2, mocks.Seen.Count(r => r.Inputs.GetValueOrDefault("chart") is "gateway"));
        var services = mocks.Seen.Where(r => r.Type == "kubernetes:core/v1:Service").ToList();
        Assert.Equal(expected, services.Count);

        // A read names what it reads; a Service without an id would be created.
        Assert.All(
            services,
            s => Assert.Contains(s.Id, new[] { "istio-system/istio-eastwestgateway", "istio-ingress/istio-ingressgateway" })
        );
    }

    private sealed class Mocks(bool isInstalled) : IMocks
    {
        public ConcurrentBag<MockResourceArgs> Seen { get; } = [];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Seen.Add(args);
            var id =
                args.Type == "kubernetes:helm.sh/v3:Release"
                    ? isInstalled
                        ? $"{args.Inputs["namespace"]}/{args.Inputs["name"]}"
                        : null
                    : args.Name + "-id";
            var ingress = ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("ip", "192.0.2.1"));
            var status = ImmutableDictionary<string, object>.Empty.Add(
                "loadBalancer",
                ImmutableDictionary<string, object>.Empty.Add("ingress", ingress)
            );
            return Task.FromResult<(string?, object)>(
                (id, args.Type == "kubernetes:core/v1:Service" ? args.Inputs.SetItem("status", status) : args.Inputs)
            );
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
    }
}
