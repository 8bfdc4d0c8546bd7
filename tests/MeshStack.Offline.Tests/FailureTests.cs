using MeshStack.Offline.Runs;
using MeshStack.Offline.Tests.Programs;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using static MeshStack.Offline.Tests.Programs.Offline;

namespace MeshStack.Offline.Tests;

public sealed class FailureTests
{
    [Fact]
    public async Task TheProgramsExceptionIsToldInItsOwnWords()
    {
        Assert.Equal(["it broke"], await Problems(() => throw new InvalidOperationException("it broke")));
        Assert.Equal(["outer\ninner"], await Problems(() => throw new InvalidOperationException("outer", new ArgumentException("inner"))));
        Assert.Equal(["resource text"], await Problems(() => throw new ResourceException("resource text", null)));
        Assert.Equal(
            ["one\ntwo"],
            await Problems(() => throw new AggregateException(new InvalidOperationException("one"), new InvalidOperationException("two")))
        );
    }

    [Fact]
    public async Task AnExceptionThatPulumiWouldSwallowIsTold() =>
        Assert.Equal(["logged"], await Problems(() => throw new LogException(new InvalidOperationException("logged"))));

    [Fact]
    public async Task AnAsyncExceptionIsTold()
    {
        var exception = await Assert.ThrowsAsync<OfflineException>(() =>
            OfflineStack.RunAsync(
                new OfflineOptions(),
                async () =>
                {
                    await Task.Yield();
                    throw new InvalidOperationException("later");
                }
            )
        );

        Assert.Equal(["later"], exception.Problems.AsEnumerable());
    }

    [Fact]
    public async Task AnExceptionInACallbackIsTold() =>
        Assert.Equal(["from the callback"], await Problems(() => _ = Output.Create(1).Apply(Fail)));

    private static int Fail(int value) => throw new InvalidOperationException("from the callback");

    [Fact]
    public async Task ALoggedErrorIsTold() => Assert.Equal(["an error"], await Problems(() => Log.Error("an error")));

    [Fact]
    public async Task AMissingRequiredInputIsTold() =>
        Assert.Equal(
            ["[Input] Pulumi.Kubernetes.Types.Inputs.Helm.V3.ReleaseArgs.Chart is required but was not given a value (Parameter 'Chart')"],
            await Problems(() => _ = new Pulumi.Kubernetes.Helm.V3.Release("r", new(), new Site("east").Use))
        );

    [Fact]
    public async Task StacksAreShownWhereAskedFor()
    {
        var problems = await Problems(() => throw new InvalidOperationException("it broke"), new OfflineOptions { ShowStackTraces = true });

        Assert.StartsWith(
            "System.InvalidOperationException: it broke\n   at MeshStack.Offline.Tests.FailureTests",
            problems.Single().ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AChildThatDependsOnItsParentIsNamedAfterTheTimeLimit()
    {
        var problems = await Problems(
            () =>
            {
                _ = new Thing("fine");
                _ = new Box("box", box => _ = new Thing("child", null, new() { Parent = box, DependsOn = { box } }));
            },
            new OfflineOptions { TimeLimit = TimeSpan.FromSeconds(0.4) }
        );

        Assert.Equal(
            [
                "the run did not get on for 0.4 s; resources that are still waiting:\n  test:index:Thing 'child' depends on its own "
                    + "parent 'box', which waits for all its children",
            ],
            problems
        );
    }

    [Fact]
    public async Task AProgramThatDoesNotEndIsTold()
    {
        var exception = await Assert.ThrowsAsync<OfflineException>(() =>
            OfflineStack.RunAsync(new OfflineOptions { TimeLimit = TimeSpan.FromSeconds(0.2) }, () => Task.Delay(Timeout.Infinite))
        );

        Assert.Equal(["the run did not get on for 0.2 s; the program itself is still waiting"], exception.Problems.AsEnumerable());
    }

    [Theory]
    [InlineData("run text", "run text")]
    [InlineData(
        "Running program '/a b/p.dll' failed with an unhandled exception:\nSystem.InvalidOperationException: message\n   at A.B() in "
            + "/x.cs:line 1\n   at C.D()",
        "message"
    )]
    [InlineData(
        "Running program 'p' failed with an unhandled exception:\nSystem.InvalidOperationException: outer\n ---> "
            + "System.ArgumentException: inner\n   at A.B()\n   --- End of inner exception stack trace ---\n   at C.D()",
        "outer\ninner"
    )]
    [InlineData("Pulumi.ResourceException: two\nlines\n   at A.B()", "two\nlines")]
    [InlineData("error: no type here: just text", "error: no type here: just text")]
    [InlineData(
        "Running program 'p' failed with an unhandled exception:\nSystem.AggregateException: One or more errors occurred. (one) (two)\n "
            + "---> System.InvalidOperationException: one\n   at A.B()\n   --- End of inner exception stack trace ---\n   at C.D()\n "
            + "---> (Inner Exception #0) System.InvalidOperationException: one\n   at A.B()<---\n\n ---> (Inner Exception #1) "
            + "System.InvalidOperationException: two\n   at A.B()<---\n",
        "One or more errors occurred. (one) (two)\none\ntwo"
    )]
    public void TextsOfRunsLoseTheirStacks(string text, string expected) => Assert.Equal(expected, FailureText.Readable(text));
}
