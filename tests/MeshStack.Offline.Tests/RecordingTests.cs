using MeshStack.Manifests;
using MeshStack.Offline.Tests.Programs;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using static MeshStack.Offline.Tests.Programs.Offline;
using Kubernetes = Pulumi.Kubernetes;

namespace MeshStack.Offline.Tests;

public sealed class RecordingTests
{
    [Fact]
    public async Task ObjectsAreRecordedPerClusterInOrder()
    {
        var recording = await Run(() =>
        {
            var west = new Site("west", context: "kind-west");
            var east = new Site("east");
            Route("b-west", west.Use, new RouteSpecArgs { Host = "b" });
            Route("a-east", east.Use, objectName: "a");
            Route("a-west", west.Use, objectName: "a");
        });

        Assert.Equal(["east", "west"], recording.Clusters.Select(cluster => cluster.Name));
        Assert.Equal(["east-provider", "west-provider"], recording.Clusters.Select(cluster => cluster.Provider));
        Assert.Equal([null, "kind-west"], recording.Clusters.Select(cluster => cluster.Context));
        Assert.Equal(
            ["east Route shop/a", "west Route shop/a", "west Route shop/b-west"],
            recording.Manifests.Select(manifest => $"{manifest.Cluster} {manifest.Reference}")
        );
    }

    [Fact]
    public async Task AProviderOutsideAComponentNamesItsClusterItself()
    {
        var recording = await Run(() => Route("a", new CustomResourceOptions { Provider = new Kubernetes.Provider("plain") }));

        Assert.Equal("plain", recording.Clusters.Single().Name);
        Assert.Equal("plain", recording.Manifests.Single().Cluster);
    }

    [Fact]
    public async Task OptionsNameClustersOverEverythingElse()
    {
        var options = new OfflineOptions { ClusterNames = new Dictionary<string, string> { ["east-provider"] = "production-east" } };

        var recording = await Run(() => Route("a", new Site("east").Use), options);

        Assert.Equal("production-east", recording.Clusters.Single().Name);
    }

    [Fact]
    public async Task OutputsAmongTheInputsSayWhereTheyComeFrom()
    {
        var recording = await Run(() =>
        {
            var site = new Site("east");
            var first = Route("first", site.Use);
            Route("second", site.Use, new RouteSpecArgs { Host = first.Metadata.Apply(metadata => metadata.Name) });
        });

        var resources = recording.Resources.ToDictionary(resource => resource.Id.Name);
        Assert.Empty(resources["second"].DependsOn);
        Assert.Equal("kubernetes:example.io/v1:Route 'first'", Assert.Single(resources["second"].InputsFrom).ToString());
        Assert.Empty(resources["first"].InputsFrom);
    }

    [Fact]
    public async Task OptionsOfAResourcesLifeAreRecorded()
    {
        var recording = await Run(() =>
        {
            var site = new Site("east");
            var first = Route("first", site.Use);
            Route(
                "second",
                new CustomResourceOptions
                {
                    Provider = site.Provider,
                    Protect = true,
                    RetainOnDelete = true,
                    DeleteBeforeReplace = true,
                    DeletedWith = first,
                    IgnoreChanges = { "spec" },
                    ReplaceOnChanges = { "kind" },
                    AdditionalSecretOutputs = { "status" },
                    Aliases = { new Alias { Name = "former" } },
                }
            );
        });

        var resources = recording.Resources.ToDictionary(resource => resource.Id.Name);
        Assert.True(
            resources["first"].Options
                is { Protect: false, RetainOnDelete: false, DeleteBeforeReplace: false, DeletedWith: null, Aliases: 0 }
        );
        var options = resources["second"].Options;
        Assert.True(options is { Protect: true, RetainOnDelete: true, DeleteBeforeReplace: true, Aliases: 1 });
        Assert.Equal("first", options.DeletedWith?.Name);
        Assert.Equal("spec", Assert.Single(options.IgnoreChanges));
        Assert.Equal("kind", Assert.Single(options.ReplaceOnChanges));
        Assert.Contains("status", options.AdditionalSecretOutputs);
    }

    [Fact]
    public async Task ProvidersAreInheritedFromComponents()
    {
        var recording = await Run(() =>
        {
            var site = new Site("east");
            _ = new Box(
                "outer",
                outer => _ = new Box("inner", inner => Route("a", new CustomResourceOptions { Parent = inner }), new() { Parent = outer }),
                new() { Provider = site.Provider }
            );
        });

        Assert.Equal("east", recording.Manifests.Single().Cluster);
    }

    [Fact]
    public async Task ParentsAndDependenciesAreRecordedByTypeAndName()
    {
        var recording = await Run(() =>
        {
            var site = new Site("east");
            var first = Route("first", site.Use);
            var box = new Box(
                "box",
                box =>
                    Route(
                        "child",
                        new CustomResourceOptions
                        {
                            Parent = box,
                            Provider = site.Provider,
                            DependsOn = { first },
                        }
                    )
            );
            Route("last", new CustomResourceOptions { Provider = site.Provider, DependsOn = { box, Output.Create((Resource)first) } });
        });

        var resources = recording.Resources.ToDictionary(resource => resource.Id.Name);
        Assert.Equal(new ResourceId("test:index:Box", "box"), resources["child"].Parent);
        Assert.Equal(["kubernetes:example.io/v1:Route 'first'"], resources["child"].DependsOn.Select(id => id.ToString()));
        Assert.Equal(["box", "first"], resources["last"].DependsOn.Select(id => id.Name));
        Assert.Null(resources["last"].Parent);
        Assert.True(resources["box"].IsComponent);
        Assert.False(resources["child"].IsComponent);
        Assert.Equal(["box", "child", "east", "east-provider", "first", "last"], recording.Resources.Select(resource => resource.Id.Name));
        Assert.Same(recording.Manifests.First(), resources["child"].Manifest);
    }

    [Fact]
    public async Task InputsArePlainSortedTreesWithWholeNumbers()
    {
        var recording = await Run(() =>
            Route(
                "a",
                new Site("east").Use,
                new RouteSpecArgs
                {
                    Ratio = 0.5,
                    Port = 8080,
                    Hosts = { "b", "a" },
                    Labels = { ["z"] = "1", ["B"] = "2" },
                    Backends =
                    {
                        new BackendArgs { Weight = 100, Name = "one" },
                    },
                    Config = new Dictionary<string, object>
                    {
                        ["on"] = true,
                        ["list"] = new object?[] { 1, null, "x", 1.5 },
                        ["empty"] = new Dictionary<string, object>(),
                    },
                }
            )
        );

        Assert.Equal(
            "{'backends':[{'name':'one','weight':100}],'config':{'empty':{},'list':[1,null,'x',1.5],'on':true},"
                + "'hosts':['b','a'],'labels':{'B':'2','z':'1'},'port':8080,'ratio':0.5}",
            Text(recording.Manifests.Single().Body["spec"])
        );
        Assert.Equal(["apiVersion", "kind", "metadata", "spec"], recording.Manifests.Single().Body.Keys);
        var port = ((IReadOnlyDictionary<string, object?>)recording.Manifests.Single().Body["spec"]!)["port"];
        Assert.IsType<long>(port);
    }

    [Fact]
    public async Task AReadIsNoObjectOfTheProgram()
    {
        var recording = await Run(() => Service.Get("read", "istio-system/ingress", new Site("east").Use));

        var read = recording.Resources.Single(resource => resource.Id.Name == "read");
        Assert.True(read.IsRead);
        Assert.Equal("east", read.Cluster);
        Assert.Null(read.Manifest);
        Assert.Empty(recording.Manifests);
    }

    [Fact]
    public async Task OutputsOfTheStackAreRecorded()
    {
        var recording = await OfflineStack.RunAsync(
            new OfflineOptions(),
            () =>
                new Dictionary<string, object?>
                {
                    ["thing"] = new Thing("thing", new ThingArgs { Text = "given" }).Text,
                    ["number"] = 3,
                    ["list"] = new[] { "b", "a" },
                    ["nested"] = Output.Create(new Dictionary<string, object?> { ["k"] = Output.Create(1.0) }),
                    ["secret"] = Output.CreateSecret("hush"),
                    ["unknown"] = new Thing("other").Size,
                    ["none"] = null,
                }
        );

        Assert.Equal(
            "{'list':['b','a'],'nested':{'k':1},'none':null,'number':3,'secret':'[secret]','thing':'given','unknown':'[unknown]'}",
            Text(recording.Outputs)
        );
    }

    [Fact]
    public async Task EveryKindOfProgramRuns()
    {
        var done = new List<string>();
        await OfflineStack.RunAsync(new OfflineOptions(), () => done.Add("action"));
        await OfflineStack.RunAsync(
            new OfflineOptions(),
            async () =>
            {
                await Task.Yield();
                _ = new Thing("late");
                done.Add("task");
            }
        );
        var recording = await OfflineStack.RunAsync(
            new OfflineOptions(),
            async () =>
            {
                await Task.Yield();
                done.Add("outputs");
                return new Dictionary<string, object?> { ["a"] = 1 };
            }
        );

        Assert.Equal(["action", "task", "outputs"], done);
        Assert.Equal("{'a':1}", Text(recording.Outputs));
    }

    [Fact]
    public async Task AProgramMayRunAnotherOneAndRunsMayBeStartedAtOnce()
    {
        var nested = await OfflineStack.RunAsync(
            new OfflineOptions(),
            async () =>
            {
                var inner = await Run(() => Route("inner", new Site("east").Use));
                return new Dictionary<string, object?> { ["inner"] = inner.Manifests.Single().Reference };
            }
        );
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Run(() => Route("a", new Site($"site{number}").Use))));

        Assert.Equal("{'inner':'Route shop/inner'}", Text(nested.Outputs));
        Assert.Empty(nested.Manifests);
        Assert.Equal(["site0", "site1", "site2", "site3"], all.Select(recording => recording.Clusters.Single().Name));
    }

    [Fact]
    public async Task TheProgramSeesTheOptions()
    {
        var seen = "";
        var options = new OfflineOptions
        {
            Project = "p",
            Stack = "s",
            Organization = "o",
            IsPreview = false,
        };

        await Run(
            () =>
                seen =
                    $"{Deployment.Instance.ProjectName} {Deployment.Instance.StackName} {Deployment.Instance.OrganizationName} "
                    + $"{Deployment.Instance.IsDryRun}",
            options
        );

        Assert.Equal("p s o False", seen);
    }

    [Fact]
    public async Task APatchIsMergedIntoTheObjectThatItPatches()
    {
        var recording = await Run(() =>
        {
            var site = new Site("east");
            _ = new Namespace(
                "shop",
                new()
                {
                    Metadata = new Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs { Name = "shop", Labels = { ["a"] = "1", ["b"] = "1" } },
                },
                site.Use
            );
            _ = new NamespacePatch(
                "shop-labels",
                new()
                {
                    Metadata = new Kubernetes.Types.Inputs.Meta.V1.ObjectMetaPatchArgs { Name = "shop", Labels = { ["b"] = "2" } },
                },
                site.Use
            );
            _ = new NamespacePatch(
                "default-labels",
                new()
                {
                    Metadata = new Kubernetes.Types.Inputs.Meta.V1.ObjectMetaPatchArgs { Name = "default", Labels = { ["c"] = "3" } },
                },
                site.Use
            );
        });

        Assert.Equal(
            ["{'labels':{'c':'3'},'name':'default'}", "{'labels':{'a':'1','b':'2'},'name':'shop'}"],
            recording.Manifests.Select(manifest => Text(manifest.Body["metadata"]))
        );
    }
}
