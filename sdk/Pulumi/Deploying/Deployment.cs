using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs programs.</summary>
public sealed class Deployment
{
    private Deployment()
    {
    }

    public static DeploymentInstance Instance => throw new NotImplementedException();

    public static Task<int> RunAsync(Action action) => throw new NotImplementedException();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => throw new NotImplementedException();

    public static Task<int> RunAsync(Func<Task> func) => throw new NotImplementedException();

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => throw new NotImplementedException();

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => throw new NotImplementedException();

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => throw new NotImplementedException();

    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) => throw new NotImplementedException();

    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources) => throw new NotImplementedException();

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) => throw new NotImplementedException();

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources) => throw new NotImplementedException();

    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => throw new NotImplementedException();

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack => throw new NotImplementedException();
}
