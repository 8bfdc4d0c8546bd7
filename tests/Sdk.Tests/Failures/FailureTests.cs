using Pulumi;
using Pulumi.Testing;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Failures;

/// <summary>What ends a run, and with which text.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task WhatAProgramThrowsIsToldWithItsStackAndTheExceptionsInside()
    {
        Assert.Equal(
            "System.InvalidOperationException: plain",
            await RunFailure.OfProgramAsync(() => throw new InvalidOperationException("plain"))
        );
        Assert.Equal(
            "System.InvalidOperationException: outer\n ---> System.ArgumentException: inner",
            await RunFailure.OfProgramAsync(() => throw new InvalidOperationException("outer", new ArgumentException("inner")))
        );
        Assert.Equal(
            "System.AggregateException: One or more errors occurred. (one) (two)\n ---> System.InvalidOperationException: one\n"
                + " ---> System.InvalidOperationException: two\n"
                + " ---> System.InvalidOperationException: one",
            await RunFailure.OfProgramAsync(() =>
                throw new AggregateException(new InvalidOperationException("one"), new InvalidOperationException("two"))
            )
        );
    }

    [Fact]
    public async Task EveryFormOfAProgramFailsAlike()
    {
        Assert.Equal(
            "System.InvalidOperationException: afterwards",
            await RunFailure.OfProgramAsync(() =>
            {
                _ = new Thing("thing");
                throw new InvalidOperationException("afterwards");
            })
        );
        Assert.Equal(
            "System.InvalidOperationException: later",
            await RunFailure.UnhandledAsync(() =>
                new Mocks().Run(async () =>
                {
                    await Task.Yield();
                    throw new InvalidOperationException("later");
                })
            )
        );
        Assert.Equal(
            "System.InvalidOperationException: function",
            await RunFailure.UnhandledAsync(() => Deployment.TestAsync(new Mocks(), Mocks.Named(), Outputs))
        );
        Assert.Equal(
            "System.InvalidOperationException: stack",
            await RunFailure.UnhandledAsync(() => Deployment.TestAsync<FailingStack>(new Mocks(), Mocks.Named()))
        );

        static IDictionary<string, object?> Outputs() => throw new InvalidOperationException("function");
    }

    [Fact]
    public async Task ARunExceptionIsToldByItsMessageAlone()
    {
        Assert.Equal("run text", await RunFailure.OfAsync(() => new Mocks().Run(() => throw new RunException("run text"))));
        Assert.Equal(
            "run text",
            await RunFailure.OfAsync(() =>
                new Mocks().Run(() => throw new RunException("run text", new InvalidOperationException("inner")))
            )
        );
    }

    [Fact]
    public async Task AResourceExceptionHidesItsStackWhereItIsAskedTo()
    {
        Assert.Equal(
            "Pulumi.ResourceException: resource text",
            await RunFailure.OfAsync(() => new Mocks().Run(() => throw new ResourceException("resource text", null)))
        );
        Assert.Equal(
            "Pulumi.ResourceException: resource text",
            await RunFailure.OfAsync(() => new Mocks().Run(() => throw new ResourceException("resource text", new Thing("thing"))))
        );
        Assert.Equal(
            "resource text",
            await RunFailure.OfAsync(() => new Mocks().Run(() => throw new ResourceException("resource text", null, hideStack: true)))
        );
    }

    [Fact]
    public async Task AfterALogExceptionTheRunEndsWithoutAFailure() =>
        Assert.Empty(await new Mocks().Run(() => throw new LogException(new InvalidOperationException("logged"))));

    [Fact]
    public void ARunExceptionNamesOutputsOfTheWrongType()
    {
        Assert.Equal("text", new RunException("text").Message);
        Assert.Equal(
            "Output(s) 'a, b' have incorrect type. [Output] attributed properties must be instances of Output<T>.",
            RunException.OutputsHaveIncorrectType(["a", "b"]).Message
        );
    }

    [Fact]
    public async Task SeveralFailuresAreToldTogether()
    {
        var failures = await RunFailure.AllOfAsync(() =>
            new Mocks().Run(() =>
            {
                _ = Output.Create(1).Apply(value => Fail("one"));
                _ = Output.Create(1).Apply(value => Fail("two"));
            })
        );

        Assert.All(failures, failure => Assert.Matches("^Running program .*:\nSystem.InvalidOperationException: (one|two)$", failure));

        static int Fail(string message) => throw new InvalidOperationException(message);
    }

    [Fact]
    public async Task FailingMocksEndTheRun()
    {
        var failing = new Mocks
        {
            Answer = args =>
                args.Name == "bad"
                    ? throw new InvalidOperationException("mock text")
                    : Task.FromResult<(string?, object)>(("id", args.Inputs)),
        };

        Assert.Equal(
            "System.InvalidOperationException: mock text",
            await RunFailure.UnhandledAsync(() => failing.Run(() => _ = new Thing("bad")))
        );
        Assert.Equal(
            "System.InvalidOperationException: mock text",
            await RunFailure.UnhandledAsync(() =>
                failing.Run(() => _ = new Thing("good", null, new() { DependsOn = { new Thing("bad") } }))
            )
        );
        Assert.Equal(
            "System.InvalidOperationException: mock text",
            await RunFailure.UnhandledAsync(() =>
                failing.Run(() => _ = new Box("bad", null, box => _ = new Thing("child", null, new() { Parent = box })))
            )
        );
    }

    [Fact]
    public async Task MocksThatThrowBeforeThereIsATaskOrGiveNoneEndTheRunToo()
    {
        Assert.Equal("System.InvalidOperationException: at once", await FailureOf(() => throw new InvalidOperationException("at once")));
        Assert.StartsWith("System.NullReferenceException: ", await FailureOf(() => null!), StringComparison.Ordinal);

        static Task<string> FailureOf(Func<Task<(string? Id, object State)>> answer) =>
            RunFailure.UnhandledAsync(() =>
                Deployment.TestAsync(
                    new RudeMocks(answer),
                    Mocks.Named(),
                    () =>
                    {
                        _ = new Thing("thing");
                    }
                )
            );
    }

    [Fact]
    public async Task AFailingCallEndsTheRun()
    {
        var mocks = new Mocks { AnswerCall = args => throw new InvalidOperationException("call text") };

        Assert.Equal(
            "System.InvalidOperationException: call text",
            await RunFailure.UnhandledAsync(() =>
                mocks.Run(() => Deployment.Instance.InvokeAsync<object>("test:index:f", InvokeArgs.Empty))
            )
        );
    }

    [Fact]
    public async Task RunsDoNotDisturbEachOther()
    {
        await RunFailure.OfAsync(() => new Mocks().Run(() => throw new InvalidOperationException("first")));
        Assert.Single(await new Mocks().Run(() => _ = new Thing("thing")));

        var seen = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(number =>
                    Task.Run(async () =>
                    {
                        var own = "";
                        await Deployment.TestAsync(
                            new Mocks(),
                            new TestOptions { ProjectName = $"p{number}", IsPreview = number % 2 == 0 },
                            async () =>
                            {
                                await Task.Delay(20);
                                _ = new Thing("thing");
                                own = $"{Deployment.Instance.ProjectName} {Deployment.Instance.IsDryRun}";
                            }
                        );
                        return own;
                    })
                )
        );
        Assert.Equal(["p0 True", "p1 False", "p2 True", "p3 False"], seen);
    }

    [Fact]
    public async Task ARunInsideARunIsRefused() =>
        Assert.Equal(
            "System.InvalidOperationException: Deployment.Instance should only be set once at the beginning of a 'Run' call.",
            await RunFailure.UnhandledAsync(() => new Mocks().Run(() => new Mocks().Run(() => { })))
        );

    private sealed class FailingStack : Stack
    {
        public FailingStack() => throw new InvalidOperationException("stack");
    }

    private sealed class RudeMocks(Func<Task<(string? Id, object State)>> answer) : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => answer()!;

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();
    }
}
