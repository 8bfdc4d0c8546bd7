using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Pulumi.Deploying;

namespace Pulumi;

/// <summary>Makes one output of many: known if all are, secret if any is.</summary>
internal static class Gathering
{
    public static Output<ImmutableArray<T>> All<T>(Output<T>[] outputs)
    {
        foreach (var output in outputs)
        {
            if (!output.TryGetData(out _))
            {
                return StackRun.Track(new Output<ImmutableArray<T>>(AllAsync(outputs)));
            }
        }

        return new Output<ImmutableArray<T>>(AllSettled(outputs));
    }

    public static Output<TResult> Combine<TResult>(IOutput[] outputs, Func<object?[], TResult> combine)
    {
        var settled = new OutputData<object?>[outputs.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            if (!outputs[i].TryGetData(out settled[i]))
            {
                return StackRun.Track(new Output<TResult>(CombineAsync(outputs, combine)));
            }
        }

        try
        {
            return new Output<TResult>(CombineSettled(settled, combine));
        }
        catch (Exception e)
        {
            return StackRun.Track(new Output<TResult>(Task.FromException<OutputData<TResult>>(e)));
        }
    }

    private static async Task<OutputData<ImmutableArray<T>>> AllAsync<T>(Output<T>[] outputs)
    {
        await Task.WhenAll(outputs.Select(output => output.DataAsync())).ConfigureAwait(false);
        return AllSettled(outputs);
    }

    private static OutputData<ImmutableArray<T>> AllSettled<T>(Output<T>[] outputs)
    {
        var (known, secret) = (true, false);
        object? origin = null;
        var values = new T[outputs.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i].TryGetData(out var data);
            values[i] = data.Value;
            known &= data.IsKnown;
            secret |= data.IsSecret;
            origin = Origins.Union(origin, data.Origin);
        }

        return new(known ? ImmutableCollectionsMarshal.AsImmutableArray(values) : default, known, secret, origin);
    }

    private static async Task<OutputData<TResult>> CombineAsync<TResult>(IOutput[] outputs, Func<object?[], TResult> combine) =>
        CombineSettled(await Task.WhenAll(outputs.Select(output => output.GetDataAsync())).ConfigureAwait(false), combine);

    private static OutputData<TResult> CombineSettled<TResult>(OutputData<object?>[] settled, Func<object?[], TResult> combine)
    {
        var (known, secret) = (true, false);
        object? origin = null;
        var values = new object?[settled.Length];
        for (var i = 0; i < settled.Length; i++)
        {
            values[i] = settled[i].Value;
            known &= settled[i].IsKnown;
            secret |= settled[i].IsSecret;
            origin = Origins.Union(origin, settled[i].Origin);
        }

        return new(known ? combine(values) : default!, known, secret, origin);
    }
}
