using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Pulumi.Deploying;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs programs.</summary>
public sealed class Deployment
{
    private Deployment() { }

    public static DeploymentInstance Instance => StackRun.Current.Instance;

    public static Task<int> RunAsync(Action action) => RefuseToRun();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RefuseToRun();

    public static Task<int> RunAsync(Func<Task> func) => RefuseToRun();

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => RefuseToRun();

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RefuseToRun();

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RefuseToRun();

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        var run = await RunProgramAsync(
                testMocks,
                testOptions,
                () =>
                {
                    createResources();
                    return Task.FromResult<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);
                }
            )
            .ConfigureAwait(false);
        return run.Resources;
    }

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var run = await RunProgramAsync(
                testMocks,
                testOptions,
                async () =>
                {
                    await createResources().ConfigureAwait(false);
                    return ImmutableDictionary<string, object?>.Empty;
                }
            )
            .ConfigureAwait(false);
        return run.Resources;
    }

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<IDictionary<string, object?>> createResources
    ) => RunProgramAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task<IDictionary<string, object?>>> createResources
    ) => RunProgramAsync(testMocks, testOptions, createResources);

    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => RunStackAsync(mocks, options, New<TStack>);

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks,
        IServiceProvider serviceProvider,
        TestOptions? options = null
    )
        where TStack : Stack =>
        RunStackAsync(
            mocks,
            options,
            () =>
                serviceProvider.GetService(typeof(TStack)) as TStack
                ?? throw new InvalidOperationException(
                    $"The service provider has no {typeof(TStack)}: register the stack class with it before the run."
                )
        );

    private static async Task<ImmutableArray<Resource>> RunStackAsync(IMocks mocks, TestOptions? options, Func<Stack> create)
    {
        var run = await StackRun
            .ExecuteAsync(
                mocks,
                options,
                () =>
                {
                    create().RegisterProperties();
                    return Task.CompletedTask;
                }
            )
            .ConfigureAwait(false);
        return run.ResourcesCreated();
    }

    private static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> RunProgramAsync(
        IMocks mocks,
        TestOptions? options,
        Func<Task<IDictionary<string, object?>>> program
    )
    {
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        var run = await StackRun
            .ExecuteAsync(
                mocks,
                options,
                async () =>
                {
                    var stack = new ProgramStack();
                    outputs = await program().ConfigureAwait(false);
                    stack.RegisterOutputsOf(outputs);
                }
            )
            .ConfigureAwait(false);
        return (run.ResourcesCreated(), outputs);
    }

    private static TStack New<TStack>()
        where TStack : Stack, new()
    {
        try
        {
            return new TStack();
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }

    private static Task<int> RefuseToRun() =>
        throw new InvalidOperationException(
            Environment.GetEnvironmentVariable("PULUMI_MONITOR") is null
                ? "Program run without the Pulumi engine available; re-run using the `pulumi` CLI"
                : "This program is built on stand-ins of the Pulumi packages, which only run previews and tests without an engine; "
                    + "build it on the real packages with `dotnet build -p:PulumiSdk=nuget` and a feed that carries them."
        );
}
