using System.Text;
using MeshStack.Offline.Tests.Programs;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using static MeshStack.Offline.Tests.Programs.Offline;
using Kubernetes = Pulumi.Kubernetes;

namespace MeshStack.Offline.Tests;

public sealed class SecretTests
{
    private static readonly OfflineOptions WithSecrets = new()
    {
        Config = new Dictionary<string, string>
        {
            ["password"] = "correct-horse",
            ["pin"] = "12",
            ["account"] = """{"user":"u","key":"battery-staple"}""",
            ["plain"] = "visible",
        },
        SecretKeys = ["password", "project:pin", "account"],
    };

    private static async Task<string> SpecOf(RouteSpecArgs spec, OfflineOptions? options = null)
    {
        var recording = await Run(() => Route("a", new Site("east").Use, spec), options);
        return Text(recording.Manifests.Single().Body["spec"]);
    }

    [Fact]
    public async Task TheDataOfSecretsIsMaskedAndItsKeysStay()
    {
        var recording = await Run(() =>
            _ = new Secret(
                "s",
                new SecretArgs
                {
                    Metadata = new ObjectMetaArgs { Name = "s" },
                    Type = "Opaque",
                    StringData = { ["ca-cert.pem"] = "PEM" },
                    Data = { ["d"] = "eA==" },
                },
                new Site("east").Use
            )
        );

        Assert.Equal(
            "{'apiVersion':'v1','data':{'d':'[secret]'},'kind':'Secret','metadata':{'name':'s'},"
                + "'stringData':{'ca-cert.pem':'[secret]'},'type':'Opaque'}",
            Text(recording.Manifests.Single().Body)
        );
    }

    [Fact]
    public async Task TheKubeconfigOfAProviderIsMasked()
    {
        var recording = await Run(() => _ = new Site("east", context: "kind-east", kubeConfig: "apiVersion: v1"));

        Assert.Equal(
            "{'context':'kind-east','kubeconfig':'[secret]'}",
            Text(recording.Resources.Single(resource => resource.Id.Name == "east-provider").Inputs)
        );
    }

    [Fact]
    public async Task SecretOutputsAreMaskedWhereTheyAre()
    {
        Assert.Equal(
            "{'host':'[secret]','hosts':['visible']}",
            await SpecOf(new RouteSpecArgs { Host = Output.CreateSecret("hush"), Hosts = { "visible" } })
        );
        Assert.Equal("{'port':'[secret]'}", await SpecOf(new RouteSpecArgs { Port = Output.CreateSecret(1) }));
        Assert.Equal(
            "{'backends':[{'name':'a'},{'name':'[secret]','weight':1}]}",
            await SpecOf(
                new RouteSpecArgs
                {
                    Backends =
                    {
                        new BackendArgs { Name = "a" },
                        new BackendArgs { Name = Output.CreateSecret("hush"), Weight = 1 },
                    },
                }
            )
        );
        Assert.Equal(
            "{'config':{'a':1,'deep':{'list':['x','[secret]']}}}",
            await SpecOf(
                new RouteSpecArgs
                {
                    Config = new Dictionary<string, object>
                    {
                        ["a"] = 1,
                        ["deep"] = new Dictionary<string, object> { ["list"] = new object[] { "x", Output.CreateSecret("hush") } },
                    },
                }
            )
        );
        Assert.Equal(
            "{'config':{'a':'[secret]','b':['[secret]']}}",
            await SpecOf(
                new RouteSpecArgs { Config = Output.CreateSecret(new Dictionary<string, object> { ["a"] = "hush", ["b"] = new[] { 1 } }) }
            )
        );
    }

    [Fact]
    public async Task AListOrMapWithASecretIsMaskedAsAWhole()
    {
        Assert.Equal("{'hosts':['[secret]','[secret]']}", await SpecOf(new RouteSpecArgs { Hosts = { "a", Output.CreateSecret("hush") } }));
        Assert.Equal(
            "{'labels':{'a':'[secret]','b':'[secret]'}}",
            await SpecOf(new RouteSpecArgs { Labels = { ["a"] = "1", ["b"] = Output.CreateSecret("hush") } })
        );
    }

    [Fact]
    public async Task ASecretStaysOneOnItsWayThroughAnotherResource()
    {
        var recording = await Run(() =>
        {
            var thing = new Thing("thing", new ThingArgs { Text = Output.CreateSecret("hush"), Other = "visible" });
            _ = new Thing("user", new ThingArgs { Text = thing.Text, Other = thing.Text.Apply(text => text + "!") });
        });

        Assert.Equal(
            ["{'other':'visible','text':'[secret]'}", "{'other':'[secret]','text':'[secret]'}"],
            recording.Resources.Select(resource => Text(resource.Inputs))
        );
    }

    [Fact]
    public async Task ValuesOfSecretConfigurationAreMaskedWhereverTheyTurnUp()
    {
        var spec = new RouteSpecArgs { Hosts = { "x", "12", "a12b", "battery-staple", "visible" }, Host = "user:correct-horse@host" };
        spec.Labels = new Dictionary<string, string> { ["encoded"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("correct-horse")) };

        Assert.Equal(
            "{'host':'[secret]','hosts':['x','[secret]','a12b','[secret]','visible'],'labels':{'encoded':'[secret]'}}",
            await SpecOf(spec, WithSecrets)
        );
    }

    [Fact]
    public async Task LongSecretOutputsAreMaskedWhereverTheyTurnUp()
    {
        var recording = await Run(() =>
        {
            _ = new Thing("a", new ThingArgs { Text = Output.CreateSecret("0123456789abcdef") });
            _ = new Thing("b", new ThingArgs { Text = "key=0123456789abcdef" });
        });

        Assert.Equal("{'text':'[secret]'}", Text(recording.Resources.Last().Inputs));
    }

    [Fact]
    public async Task MessagesNamesAndOutputsShowNoSecret()
    {
        var problems = await Problems(
            () => throw new InvalidOperationException($"cannot log in with {new Config().Require("password")}"),
            WithSecrets
        );
        var recording = await OfflineStack.RunAsync(
            WithSecrets,
            () =>
            {
                _ = new Thing("thing-correct-horse");
                return new Dictionary<string, object?>
                {
                    ["url"] = "https://correct-horse@host",
                    ["list"] = Output.Create(new[] { "battery-staple" }),
                };
            }
        );

        Assert.Equal(["cannot log in with [secret]"], problems);
        Assert.Equal("thing-[secret]", recording.Resources.Single().Id.Name);
        Assert.Equal("{'list':['[secret]'],'url':'[secret]'}", Text(recording.Outputs));
    }

    [Fact]
    public async Task PasswordsOfChartRepositoriesAreMasked()
    {
        var recording = await Run(() =>
            _ = new Kubernetes.Helm.V3.Release(
                "r",
                new()
                {
                    Chart = "c",
                    RepositoryOpts = new Kubernetes.Types.Inputs.Helm.V3.RepositoryOptsArgs { Repo = "https://r", Password = "hush" },
                },
                new Site("east").Use
            )
        );

        Assert.Equal(
            "{'password':'[secret]','repo':'https://r'}",
            Text(recording.Resources.Single(resource => resource.Id.Name == "r").Inputs["repositoryOpts"])
        );
    }
}
