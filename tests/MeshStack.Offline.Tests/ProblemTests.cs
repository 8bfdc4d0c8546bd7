using System.Collections.Immutable;
using MeshStack.Offline.Records;
using MeshStack.Offline.Runs;
using MeshStack.Offline.Tests.Programs;
using MeshStack.Offline.Trees;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Testing;
using Pulumi.Utilities;
using static MeshStack.Offline.Tests.Programs.Offline;
using Kubernetes = Pulumi.Kubernetes;

namespace MeshStack.Offline.Tests;

public sealed class ProblemTests
{
    [Fact]
    public async Task TwoResourcesOfOneUrnAreNamedWithTheirParents()
    {
        var problems = await Problems(() =>
        {
            _ = new Box("a", box => _ = new Thing("t", null, new() { Parent = box }));
            _ = new Box("b", box => _ = new Thing("t", null, new() { Parent = box }));
        });

        Assert.Equal(
            [
                "test:index:Thing 't' is registered twice, under test:index:Box 'a' and under test:index:Box 'b': a real engine refuses "
                    + "all but one, give them different names",
            ],
            problems
        );
    }

    [Fact]
    public async Task ResourcesThatOnlyTheirParentsTypesTellApartAreAProblemOfRecordings()
    {
        var problems = await Problems(() =>
        {
            _ = new Thing("t");
            _ = new Box("b", box => _ = new Thing("t", null, new() { Parent = box }));
        });

        Assert.Equal(
            [
                "test:index:Thing 't' is registered twice, under test:index:Box 'b' and under the stack: only their parents' types tell "
                    + "them apart, and no recording sees these, give them different names",
            ],
            problems
        );
    }

    [Fact]
    public async Task ThreeResourcesOfOneUrnAreCounted()
    {
        var problems = await Problems(() =>
        {
            _ = new Thing("t");
            _ = new Thing("t");
            _ = new Thing("t");
        });

        Assert.Equal(
            [
                "test:index:Thing 't' is registered 3 times, under the stack and under the stack and under the stack: a real engine "
                    + "refuses all but one, give them different names",
            ],
            problems
        );
    }

    [Fact]
    public async Task TwoResourcesThatAreTheSameObjectAreAProblem()
    {
        var problems = await Problems(() =>
        {
            var east = new Site("east");
            Route("one", east.Use, objectName: "web");
            Route("two", east.Use, objectName: "web");
            Route("elsewhere", new Site("west").Use, objectName: "web");
            Route("other-namespace", east.Use, objectName: "web", ns: "bank");
        });

        Assert.Equal(["Route shop/web of cluster 'east' is registered twice, as 'one' and as 'two'"], problems);
    }

    [Fact]
    public async Task TwoResourcesThatAreTheSameHelmReleaseAreAProblem()
    {
        var problems = await Problems(() =>
        {
            var east = new Site("east");
            _ = new Kubernetes.Helm.V3.Release(
                "one",
                new()
                {
                    Chart = "base",
                    Name = "istio-base",
                    Namespace = "istio-system",
                },
                east.Use
            );
            _ = new Kubernetes.Helm.V3.Release(
                "two",
                new()
                {
                    Chart = "base",
                    Name = "istio-base",
                    Namespace = "istio-system",
                },
                east.Use
            );
        });

        Assert.Equal(["Helm release istio-system/istio-base of cluster 'east' is registered twice, as 'one' and as 'two'"], problems);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALostInputNamesWhatWasUnknown(bool isPreview)
    {
        var unknown = OutputUtilities.CreateUnknown("u");
        var problems = await Problems(
            () =>
            {
                var east = new Site("east");
                Route(
                    "deep",
                    east.Use,
                    new RouteSpecArgs
                    {
                        Backends =
                        {
                            new BackendArgs { Name = "known" },
                            new BackendArgs { Name = unknown },
                        },
                    }
                );
                Route(
                    "dictionary",
                    east.Use,
                    new RouteSpecArgs { Config = new Dictionary<string, object> { ["list"] = new object[] { 1, unknown } } }
                );
                Route("map", east.Use, new RouteSpecArgs { Labels = { ["a"] = unknown }, Host = unknown });
                _ = new Thing("thing", new ThingArgs { Text = unknown, Other = "known" });
            },
            new OfflineOptions { IsPreview = isPreview }
        );

        Assert.Equal(
            [
                "kubernetes:example.io/v1:Route 'deep' lost its input 'spec': 'spec.backends[1].name' is unknown before a real run",
                "kubernetes:example.io/v1:Route 'dictionary' lost its input 'spec': 'spec.config.list[1]' is unknown before a real run",
                "kubernetes:example.io/v1:Route 'map' lost its input 'spec': 'spec.host', 'spec.labels' are unknown before a real run",
                "test:index:Thing 'thing' lost its input 'text': 'text' is unknown before a real run",
            ],
            problems
        );
    }

    [Fact]
    public async Task NullInputsAreNotLost()
    {
        var recording = await Run(() => _ = new Thing("thing", new ThingArgs { Text = Output.Create((string)null!), Other = "known" }));

        Assert.Equal("{'other':'known'}", Text(recording.Resources.Single().Inputs));
    }

    [Fact]
    public async Task AnObjectWithoutAnExplicitProviderIsAProblem()
    {
        var problems = await Problems(() =>
        {
            _ = new Namespace("n", new() { Metadata = new Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs { Name = "n" } });
            _ = new Kubernetes.Helm.V3.Release("base", new() { Chart = "base" });
        });

        Assert.Equal(
            ["kubernetes:core/v1:Namespace 'n' has no explicit provider", "kubernetes:helm.sh/v3:Release 'base' has no explicit provider"],
            problems
        );
    }

    [Fact]
    public async Task AReadByAnUnknownIdIsAProblem()
    {
        var problems = await Problems(() => Service.Get("read", OutputUtilities.CreateUnknown("id"), new Site("east").Use));

        Assert.Equal(["kubernetes:core/v1:Service 'read' reads an existing resource, but its id is unknown before a real run"], problems);
    }

    [Fact]
    public async Task TwoProvidersOfOneClusterAreAProblem()
    {
        var problems = await Problems(() =>
            _ = new Box(
                "mesh",
                box =>
                {
                    _ = new Kubernetes.Provider("a", null, new() { Parent = box });
                    _ = new Kubernetes.Provider("b", null, new() { Parent = box });
                }
            )
        );

        Assert.Equal(
            ["the providers 'a' and 'b' both stand for the cluster 'mesh': name their clusters in OfflineOptions.ClusterNames"],
            problems
        );
    }

    [Fact]
    public async Task ACallThatNobodyAnswersIsAProblem()
    {
        var options = new OfflineOptions
        {
            Calls = (token, args) => token == "test:index:lookup" ? new Dictionary<string, object> { ["found"] = args["name"] } : null,
        };
        var registry = new Registry(options);
        var pool = new StringPool();
        var mocks = new RecordingMocks(options, registry, new TreeBuilder(pool));

        var answer = await mocks.CallAsync(
            new MockCallArgs { Token = "test:index:lookup", Args = ImmutableDictionary<string, object>.Empty.Add("name", "n") }
        );
        await mocks.CallAsync(new MockCallArgs { Token = "test:index:unheardOf", Args = ImmutableDictionary<string, object>.Empty });
        var exception = Assert.Throws<OfflineException>(() =>
            new Recorder(registry, pool, []).Record([], mocks.UnansweredCalls, new Dictionary<string, object?>())
        );

        Assert.Equal("n", ((IReadOnlyDictionary<string, object>)answer)["found"]);
        Assert.Equal(
            ["the program calls test:index:unheardOf, which only a real provider can answer: answer it in OfflineOptions.Calls"],
            exception.Problems.AsEnumerable()
        );
    }

    [Fact]
    public async Task AllProblemsComeAtOnceAndInOrder()
    {
        var exception = await Assert.ThrowsAsync<OfflineException>(() =>
            Run(() =>
            {
                Route("b", new CustomResourceOptions());
                _ = new Thing("thing", new ThingArgs { Text = OutputUtilities.CreateUnknown("u") });
                Route("a", new CustomResourceOptions());
                throw new InvalidOperationException("the program failed");
            })
        );

        Assert.Equal(
            [
                "the program failed",
                "kubernetes:example.io/v1:Route 'a' has no explicit provider",
                "kubernetes:example.io/v1:Route 'b' has no explicit provider",
                "test:index:Thing 'thing' lost its input 'text': 'text' is unknown before a real run",
            ],
            exception.Problems.AsEnumerable()
        );
        Assert.Equal(string.Join('\n', exception.Problems.AsEnumerable()), exception.Message);
    }
}
