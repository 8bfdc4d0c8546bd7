using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>What lies behind an output.</summary>
public static class OutputUtilities
{
    public static Task<bool> GetIsKnownAsync<T>(Output<T> output)
    {
        return output.TryGetData(out var settled) ? Task.FromResult(settled.IsKnown) : Wait(output);

        static async Task<bool> Wait(Output<T> output) => (await output.DataAsync().ConfigureAwait(false)).IsKnown;
    }

    public static Task<T> GetValueAsync<T>(Output<T> output)
    {
        return output.TryGetData(out var settled) ? Task.FromResult(settled.Value) : Wait(output);

        static async Task<T> Wait(Output<T> output) => (await output.DataAsync().ConfigureAwait(false)).Value;
    }

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
        Origins.Set((await output.DataAsync().ConfigureAwait(false)).Origin);

    public static Output<T> CreateUnknown<T>(T value)
    {
        _ = value;
        return new(new OutputData<T>(default!, false, false, null));
    }

    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        return Deploying.StackRun.Track(new Output<T>(Wait(valueFactory)));

        static async Task<OutputData<T>> Wait(Func<Task<T>> valueFactory)
        {
            await valueFactory().ConfigureAwait(false);
            return new(default!, false, false, null);
        }
    }

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        return output.TryGetData(out var settled)
            ? new Output<T>(With(settled, resource))
            : Deploying.StackRun.Track(new Output<T>(Wait(output.DataAsync(), resource)));

        static async Task<OutputData<T>> Wait(Task<OutputData<T>> pending, Resource resource) =>
            With(await pending.ConfigureAwait(false), resource);

        static OutputData<T> With(in OutputData<T> data, Resource resource) =>
            new(data.Value, data.IsKnown, data.IsSecret, Origins.Union(data.Origin, resource));
    }
}
