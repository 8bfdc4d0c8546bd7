using Pulumi;
using Pulumi.Testing;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Failures;

/// <summary>What ends a run, and with which text.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task What_a_program_throws_is_told_with_its_stack_and_the_exceptions_inside()
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
    public async Task Every_form_of_a_program_fails_alike()
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
    public async Task A_RunException_is_told_by_its_message_alone()
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
    public async Task A_ResourceException_hides_its_stack_where_it_is_asked_to()
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
    public async Task After_a_LogException_the_run_ends_without_a_failure() =>
        Assert.Empty(await new Mocks().Run(() => throw new LogException(new InvalidOperationException("logged"))));

    [Fact]
    public void A_RunException_names_outputs_of_the_wrong_type()
    {
        Assert.Equal("text", new RunException("text").Message);
        Assert.Equal(
            "Output(s) 'a, b' have incorrect type. [Output] attributed properties must be instances of Output<T>.",
            RunException.OutputsHaveIncorrectType(["a", "b"]).Message
        );
    }

    [Fact]
    public async Task Several_failures_are_told_together()
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
    public async Task Failing_mocks_end_the_run()
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
    public async Task Mocks_that_throw_before_there_is_a_task_or_give_none_end_the_run_too()
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
    public async Task A_failing_call_ends_the_run()
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
    public async Task Runs_do_not_disturb_each_other()
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
    public async Task A_run_inside_a_run_is_refused() =>
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
