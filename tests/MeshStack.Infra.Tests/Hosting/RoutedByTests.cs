using MeshStack.Hosting;
using MeshStack.Istio;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack.Infra.Tests.Hosting;

/// <summary>What a VirtualService of a program does with the calls to a service whose calls its own namespace alone may route.</summary>
public sealed class RoutedByTests
{
    private const string Web = "web.shop.east";

    private const string Sink = "sink.other.svc.cluster.local";

    private static readonly Dictionary<string, HttpRouteArgs[]> Ways = new(StringComparer.Ordinal)
    {
        ["a mirror of all"] =
        [
            new()
            {
                Route = { To(Web) },
                Mirror = new DestinationArgs { Host = Sink },
            },
        ],
        ["one percent"] = [new() { Route = { To(Web, 99), To(Sink, 1) } }],
        ["one path"] =
        [
            new() { Match = { new HttpMatchArgs { Uri = StringMatchArgs.Prefix("/items") } }, Route = { To(Sink) } },
            new() { Route = { To(Web) } },
        ],
        ["a header"] =
        [
            new()
            {
                Headers = new HeadersArgs { Request = new HeaderOperationsArgs { Set = { ["x-user"] = "admin" } } },
                Route = { To(Web) },
            },
        ],
        ["an abort"] =
        [
            new()
            {
                Fault = new HttpFaultArgs
                {
                    Abort = new FaultAbortArgs
                    {
                        HttpStatus = 503,
                        Percentage = new PercentArgs { Value = 50 },
                    },
                },
                Route = { To(Web) },
            },
        ],
        ["an answer"] = [new() { DirectResponse = new DirectResponseArgs { Status = 200 } }],
        ["a redirect"] = [new() { Redirect = new HttpRedirectArgs { Authority = Sink } }],
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AStrangersRouteIsRefusedWhateverItDoes(string way) =>
        Assert.Contains(
            $"routedBy[0]: calls of west cart/checkout to {Web}:80 are routed from the namespace other, by west VirtualService other/take",
            await BlockingReasonAsync("other", Ways[way]),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("shop", "a mirror of all")]
    [InlineData("shop", "a header")]
    [InlineData("istio-system", "one path")]
    public async Task ARouteOfTheNamespacesThatAreNamedIsNot(string ns, string way) =>
        Assert.DoesNotContain("routedBy", await BlockingReasonAsync(ns, Ways[way]) ?? "", StringComparison.Ordinal);

    private static HttpRouteDestinationArgs To(string host, int? weight = null)
    {
        var to = new HttpRouteDestinationArgs { Destination = new DestinationArgs { Host = host } };
        if (weight is { } share)
        {
            to.Weight = share;
        }

        return to;
    }

    private static async Task<string?> BlockingReasonAsync(string ns, HttpRouteArgs[] routes)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("meshstack-").FullName, "invariants.yaml");
        await File.WriteAllTextAsync(file, "kind: Invariants\nroutedBy:\n  - to: web\n    namespaces: [shop, istio-system]\n");
        try
        {
            var rehearsal = await RehearsalTests.RunAsync(
                () =>
                {
                    var mesh = RehearsalTests.TwoClusters("/items*");
                    _ = new VirtualService(
                        "take",
                        new VirtualServiceArgs
                        {
                            Metadata = new ObjectMetaArgs { Name = "take", Namespace = ns },
                            Spec = new VirtualServiceSpecArgs { Hosts = { Web }, Http = { routes } },
                        },
                        new CustomResourceOptions { Provider = mesh.ControlPlanes["west"].Provider }
                    );
                },
                new() { Invariants = [file] }
            );
            return rehearsal.BlockingReason;
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
