using Pulumi;
using Pulumi.Utilities;

namespace Sdk.Tests.Runs;

/// <summary>Registration of resources, as the recordings of topics "resources", "options" and "errors" have it.</summary>
public sealed class ResourceTests
{
    [Fact]
    public async Task A_urn_leaves_out_the_parents_between_the_stack_and_the_resource()
    {
        Thing? thing = null;
        await new Mocks().Run(() => _ = new Box("outer", null, outer => _ = new Box("inner", new() { Parent = outer }, inner => thing = new Thing("thing", null, new() { Parent = inner }))));

        Assert.Equal("urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:index:Thing::thing", await OutputUtilities.GetValueAsync(thing!.Urn));
    }

    [Fact]
    public async Task Two_resources_of_one_type_and_name_are_no_error()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Thing("same");
            _ = new Thing("same");
        });

        Assert.Equal(2, mocks.Asked.Count);
    }

    [Fact]
    public async Task The_mocks_are_asked_in_the_order_of_the_program()
    {
        var mocks = new Mocks();
        var resources = await mocks.Run(() => _ = new Box("box", null, box =>
        {
            _ = new Thing("b", null, new() { Parent = box });
            _ = new Thing("a", null, new() { Parent = box });
        }));

        Assert.Equal(["box", "b", "a"], mocks.Asked.Select(resource => resource.Name));
        Assert.Equal(["box", "b", "a"], resources.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task A_dependency_on_a_component_waits_for_its_children()
    {
        var ended = new List<string?>();
        var mocks = new Mocks
        {
            Answer = async args =>
            {
                await Task.Delay(args.Name == "child" ? 50 : 0);
                lock (ended)
                {
                    ended.Add(args.Name);
                }

                return (args.Name, args.Inputs);
            },
        };
        await mocks.Run(() =>
        {
            var box = new Box("box", null, box => _ = new Thing("child", null, new() { Parent = box }));
            _ = new Thing("last", null, new() { DependsOn = { box } });
        });

        Assert.Equal(["box", "child", "last"], ended);
    }

    [Fact]
    public async Task A_component_registers_its_assigned_outputs()
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new Box("box"));

        var registered = mocks.Outputs.Single(outputs => outputs.Urn.EndsWith("::box", StringComparison.Ordinal));
        Assert.Equal("first", await OutputUtilities.GetValueAsync(registered.Outputs["first"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_an_id_from_the_mocks_the_id_is_unknown(string? id)
    {
        Thing? thing = null;
        await new Mocks { Answer = args => Task.FromResult((id, (object)args.Inputs)) }.Run(() => thing = new Thing("thing"));

        Assert.False(await OutputUtilities.GetIsKnownAsync(thing!.Id));
    }

    [Fact]
    public async Task An_existing_resource_keeps_the_id_it_is_read_by()
    {
        var mocks = new Mocks();
        Thing? thing = null;
        await mocks.Run(() => thing = new Thing("thing", null, new() { Id = "given" }));

        Assert.Equal("given", mocks["thing"].Id);
        Assert.Equal("given", await OutputUtilities.GetValueAsync(thing!.Id));
    }

    [Fact]
    public async Task Aliases_and_other_options_of_the_engine_are_accepted()
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new Thing("thing", null, new()
        {
            Aliases = { new Alias { Name = "old" }, new Alias { NoParent = true } },
            Protect = true,
            IgnoreChanges = { "text" },
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5) },
            ImportId = "imported",
        }));

        Assert.Equal("imported", mocks["thing"].Id);
    }

    [Fact]
    public async Task Failing_mocks_end_the_run_with_their_text()
    {
        var e = await Assert.ThrowsAsync<RunException>(() => new Mocks { Answer = args => throw new InvalidOperationException("no such thing") }.Run(() => _ = new Thing("thing")));

        Assert.Contains("System.InvalidOperationException: no such thing", e.Message, StringComparison.Ordinal);
        Assert.Null(e.InnerException);
    }

    [Fact]
    public async Task A_logged_error_fails_the_run_at_its_end()
    {
        var after = false;
        var e = await Assert.ThrowsAsync<RunException>(() => new Mocks().Run(() =>
        {
            Log.Error("an error");
            after = true;
        }));

        Assert.True(after);
        Assert.Equal("an error", e.Message);
    }

    [Fact]
    public void Outside_of_a_run_there_is_no_deployment()
        => Assert.Throws<InvalidOperationException>(() => new Thing("thing"));

    [Fact]
    public async Task With_an_engine_the_user_is_told_how_to_build_on_the_real_packages()
    {
        Environment.SetEnvironmentVariable("PULUMI_MONITOR", "127.0.0.1:1");
        try
        {
            var e = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));
            Assert.Contains("dotnet build -p:PulumiSdk=nuget", e.Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_MONITOR", null);
        }
    }
}
