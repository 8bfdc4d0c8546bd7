using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Options;

/// <summary>What a resource waits for before the mocks are asked for it.</summary>
public sealed class OrderTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task AResourceWaitsForWhatItDependsOn()
    {
        Assert.Equal(
            ["ask slow", "answer slow", "ask thing", "answer thing"],
            await Events(() => _ = new Thing("thing", null, new() { DependsOn = { new Thing("slow") } }))
        );
        Assert.Equal(
            ["ask slow", "answer slow", "ask thing", "answer thing"],
            await Events(() => _ = new Thing("thing", null, new() { DependsOn = { Output.Create((Resource)new Thing("slow")) } }))
        );
        Assert.Equal(
            ["ask slow", "answer slow", "ask box", "answer box"],
            await Events(() => _ = new Box("box", new() { DependsOn = { new Thing("slow") } }))
        );
    }

    [Fact]
    public async Task ADependencyOnAComponentWaitsForItsChildren() =>
        Assert.Equal(
            ["ask box", "answer box", "ask slow-child", "answer slow-child", "ask thing", "answer thing"],
            await Events(() =>
            {
                var box = new Box("box", null, box => _ = new Thing("slow-child", null, new() { Parent = box }));
                _ = new Thing("thing", null, new() { DependsOn = { box } });
            })
        );

    [Fact]
    public async Task AChildWaitsForItsParentAndSoForWhatItsParentDependsOn()
    {
        Assert.Equal(
            ["ask slow", "answer slow", "ask child", "answer child"],
            await Events(() => _ = new Thing("child", null, new() { Parent = new Thing("slow") }))
        );
        Assert.Equal(
            ["ask slow", "answer slow", "ask box", "answer box", "ask child", "answer child"],
            await Events(() =>
                _ = new Box("box", new() { DependsOn = { new Thing("slow") } }, box => _ = new Thing("child", null, new() { Parent = box }))
            )
        );
    }

    [Fact]
    public async Task AResourceWaitsForItsProvider() =>
        Assert.Equal(
            ["ask slow", "answer slow", "ask thing", "answer thing"],
            await Events(() => _ = new Thing("thing", null, new() { Provider = new PackageProvider("test", "slow") }))
        );

    [Fact]
    public async Task AResourceWaitsForTheOutputsAndResourcesInItsInputs()
    {
        Assert.Equal(
            ["ask slow", "answer slow", "ask thing", "answer thing"],
            await Events(() =>
            {
                var slow = new Thing("slow", new ThingArgs { Text = "x" });
                _ = new Thing("thing", new ThingArgs { Text = slow.Text.Apply(text => text + "!") });
            })
        );
        Assert.Equal(
            ["ask slow", "answer slow", "ask thing", "answer thing"],
            await Events(() => _ = new Thing("thing", new ThingArgs { Any = new Thing("slow") }))
        );
    }

    [Fact]
    public async Task AChildThatDependsOnItsOwnParentIsWaitedForInVain()
    {
        var run = new Mocks().Run(() =>
            _ = new Box("box", null, box => _ = new Thing("child", null, new() { Parent = box, DependsOn = { box } }))
        );

        Assert.NotSame(run, await Task.WhenAny(run, Task.Delay(Patience)));
    }

    private static async Task<List<string>> Events(Action program)
    {
        var mocks = new Mocks { Slow = "slow" };
        await mocks.Run(program);
        return mocks.Events;
    }
}
