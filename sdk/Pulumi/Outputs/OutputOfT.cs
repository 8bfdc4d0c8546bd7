using System.Collections.Immutable;
using Pulumi.Deploying;

namespace Pulumi;

/// <summary>A value that may come later, be unknown in a preview, be secret, and remembers the resources it comes from.</summary>
public sealed class Output<T> : IOutput
{
    private readonly OutputData<T> _data;
    private readonly Task<OutputData<T>>? _pending;

    internal Output(OutputData<T> data) => _data = data;

    internal Output(Task<OutputData<T>> pending) => _pending = pending;

    /// <summary>The data of an output that is settled without a failure.</summary>
    internal bool TryGetData(out OutputData<T> data)
    {
        if (_pending == null)
        {
            data = _data;
            return true;
        }

        if (_pending.IsCompletedSuccessfully)
        {
            data = _pending.Result;
            return true;
        }

        data = default;
        return false;
    }

    internal Task<OutputData<T>> DataAsync() => _pending ?? Task.FromResult(_data);

    bool IOutput.TryGetData(out OutputData<object?> data)
    {
        if (TryGetData(out var typed))
        {
            data = typed.With<object?>(typed.Value);
            return true;
        }

        data = default;
        return false;
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await DataAsync().ConfigureAwait(false);
        return data.With<object?>(data.Value);
    }

    /// <inheritdoc cref="Output.Create{T}(Task{T})"/>
    public static Output<T> Create(Task<T> value) => Output.Create(value);

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Bind(func, static (f, value) => Output.Create(f(value)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Bind(func, static (f, value) => Output.Create(f(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Bind(func, static (f, value) => f(value).ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => Bind(func, static (f, value) => f(value) ?? Output.Create(default(TResult)!));

    public Output<ValueTuple> Apply(Func<T, Task> func) => Bind(func, static (f, value) => Output.Create(Finish(f(value))));

    public Output<TResult> UntypedApply<TResult>(Func<object, Output<TResult>> func) => Bind(func, static (f, value) => f(value!));

    /// <summary>Advice to use Apply instead, never the value.</summary>
    public override string ToString() => OutputText.Advice();

    private static async Task<ValueTuple> Finish(Task task)
    {
        await task.ConfigureAwait(false);
        return default;
    }

    private Output<TResult> Bind<TFunc, TResult>(TFunc func, Func<TFunc, T, Output<TResult>> apply)
    {
        if (!TryGetData(out var data))
        {
            return Run.Track(new Output<TResult>(BindAsync(DataAsync(), func, apply)));
        }

        if (!data.IsKnown)
        {
            return new Output<TResult>(new OutputData<TResult>(default!, false, data.IsSecret, data.Resources));
        }

        Output<TResult> inner;
        try
        {
            inner = apply(func, data.Value);
        }
        catch (Exception e)
        {
            return Run.Track(new Output<TResult>(Task.FromException<OutputData<TResult>>(e)));
        }

        if (inner.TryGetData(out var result))
        {
            return new Output<TResult>(Joined(data, result));
        }

        return Run.Track(new Output<TResult>(JoinAsync(data, inner.DataAsync())));
    }

    private static async Task<OutputData<TResult>> BindAsync<TFunc, TResult>(Task<OutputData<T>> source, TFunc func, Func<TFunc, T, Output<TResult>> apply)
    {
        var data = await source.ConfigureAwait(false);
        return data.IsKnown
            ? Joined(data, await apply(func, data.Value).DataAsync().ConfigureAwait(false))
            : new OutputData<TResult>(default!, false, data.IsSecret, data.Resources);
    }

    private static async Task<OutputData<TResult>> JoinAsync<TResult>(OutputData<T> outer, Task<OutputData<TResult>> inner)
        => Joined(outer, await inner.ConfigureAwait(false));

    private static OutputData<TResult> Joined<TResult>(in OutputData<T> outer, in OutputData<TResult> inner)
        => new(inner.Value, inner.IsKnown, outer.IsSecret || inner.IsSecret, Dependencies.Union(outer.Resources, inner.Resources));
}
