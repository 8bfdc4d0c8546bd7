using Pulumi.Deploying;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A value that may come later, be unknown in a preview, be secret, and remembers the resources it comes from.</summary>
public sealed class Output<T> : IOutput
{
    private readonly object? _origin;
    private readonly bool _isKnown;
    private readonly bool _isSecret;
    private T _value;

    /// <summary>The task of an output that is not settled yet, or the state that the value has still to be read from.</summary>
    private volatile object? _source;

    internal Output(in OutputData<T> data)
    {
        _value = data.Value;
        _isKnown = data.IsKnown;
        _isSecret = data.IsSecret;
        _origin = data.Origin;
    }

    internal Output(Task<OutputData<T>> pending)
    {
        _value = default!;
        _source = pending;
    }

    /// <summary>A value that is read from resource state when it is first asked for.</summary>
    internal Output(UnreadValue state, bool isSecret, object? origin)
    {
        _value = default!;
        _isKnown = true;
        _isSecret = isSecret;
        _origin = origin;
        _source = state.Raw;
    }

    /// <summary>The data of an output that is settled without a failure.</summary>
    internal bool TryGetData(out OutputData<T> data)
    {
        switch (_source)
        {
            case null:
                break;
            case Task<OutputData<T>> pending:
                data = pending.IsCompletedSuccessfully ? pending.Result : default;
                return pending.IsCompletedSuccessfully;
            default:
                ReadState();
                break;
        }

        data = new(_value, _isKnown, _isSecret, _origin);
        return true;
    }

    private void ReadState()
    {
        lock (this)
        {
            if (_source is { } raw)
            {
                _value = StateReader.Read<T>(raw);
                _source = null;
            }
        }
    }

    internal Task<OutputData<T>> DataAsync() =>
        _source is Task<OutputData<T>> pending ? pending
        : TryGetData(out var data) ? Task.FromResult(data)
        : throw new InvalidOperationException();

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

    public static Output<T> Create(Task<T> value) => Output.Create(value);

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Bind(func, static (f, value) => Output.Create(f(value)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Bind(func, static (f, value) => Output.Create(f(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Bind(func, static (f, value) => f(value).ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) =>
        Bind(func, static (f, value) => f(value) ?? Output.Create(default(TResult)!));

    public Output<ValueTuple> Apply(Func<T, Task> func) => Bind(func, static (f, value) => Output.Create(Finish(f(value))));

    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>?> func) =>
        Bind(func, static (f, value) => f(value) ?? Output.Create(default(TResult)!));

    /// <summary>Advice to use Apply instead, never the value.</summary>
    public override string ToString()
    {
        const string Advice = """
            Calling [ToString] on an [Output<T>] is not supported.

            To get the value of an Output<T> as an Output<string> consider:
            1. o.Apply(v => $"prefix{v}suffix")
            2. Output.Format($"prefix{hostname}suffix");

            See https://www.pulumi.com/docs/concepts/inputs-outputs for more details.
            This function may throw in a future version of Pulumi.
            """;
        Log.Warn(Advice);
        return Advice;
    }

    private static async Task<ValueTuple> Finish(Task task)
    {
        await task.ConfigureAwait(false);
        return default;
    }

    private Output<TResult> Bind<TFunc, TResult>(TFunc func, Func<TFunc, T, Output<TResult>> apply)
    {
        if (!TryGetData(out var data))
        {
            return StackRun.Track(new Output<TResult>(BindAsync(DataAsync(), func, apply)));
        }

        if (!data.IsKnown)
        {
            return new Output<TResult>(data.With<TResult>(default!));
        }

        Output<TResult> inner;
        try
        {
            inner = apply(func, data.Value);
        }
        catch (Exception e)
        {
            return StackRun.Track(new Output<TResult>(Task.FromException<OutputData<TResult>>(e)));
        }

        return inner.TryGetData(out var result)
            ? new Output<TResult>(Joined(data, result))
            : StackRun.Track(new Output<TResult>(JoinAsync(data, inner.DataAsync())));
    }

    private static async Task<OutputData<TResult>> BindAsync<TFunc, TResult>(
        Task<OutputData<T>> source,
        TFunc func,
        Func<TFunc, T, Output<TResult>> apply
    )
    {
        var data = await source.ConfigureAwait(false);
        return data.IsKnown ? Joined(data, await apply(func, data.Value).DataAsync().ConfigureAwait(false)) : data.With<TResult>(default!);
    }

    private static async Task<OutputData<TResult>> JoinAsync<TResult>(OutputData<T> outer, Task<OutputData<TResult>> inner) =>
        Joined(outer, await inner.ConfigureAwait(false));

    private static OutputData<TResult> Joined<TResult>(in OutputData<T> outer, in OutputData<TResult> inner) =>
        new(
            inner.IsKnown ? inner.Value : default!,
            inner.IsKnown,
            outer.IsSecret || inner.IsSecret,
            Origins.Union(outer.Origin, inner.Origin)
        );
}
