using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Makes and combines outputs.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(new OutputData<T>(value, true, false, null));

    public static Output<T> Create<T>(Task<T> value) => FromTask(value, isSecret: false);

    public static Output<T> CreateSecret<T>(T value) => new(new OutputData<T>(value, true, true, null));

    public static Output<T> CreateSecret<T>(Task<T> value) => FromTask(value, isSecret: true);

    public static Output<T> CreateSecret<T>(Output<T> value) => WithSecret(value, true);

    public static Output<T> Unsecret<T>(Output<T> output) => WithSecret(output, false);

    public static Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        return output.TryGetData(out var settled) ? Task.FromResult(settled.IsSecret) : Wait(output);

        static async Task<bool> Wait(Output<T> output) => (await output.DataAsync().ConfigureAwait(false)).IsSecret;
    }

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => All(inputs.Select(input => input.ToOutput()));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => Gathering.All(outputs.ToArray());

    public static Output<string> Format(FormattableString formattableString)
    {
        var arguments = formattableString.GetArguments();
        var outputs = new IOutput[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            outputs[i] = arguments[i] switch
            {
                IInput input => input.ToOutput(),
                IOutput output => output,
                var plain => Create(plain),
            };
        }

        var format = formattableString.Format;
        return Gather(outputs, values => string.Format(System.Globalization.CultureInfo.CurrentCulture, format, values));
    }

    internal static Output<TResult> Gather<TResult>(IOutput[] outputs, Func<object?[], TResult> combine) =>
        Gathering.Combine(outputs, combine);

    private static Output<T> FromTask<T>(Task<T> value, bool isSecret)
    {
        if (value.IsCompletedSuccessfully)
        {
            return new Output<T>(new OutputData<T>(value.Result, true, isSecret, null));
        }

        return Deploying.StackRun.Track(new Output<T>(Wait(value, isSecret)));

        static async Task<OutputData<T>> Wait(Task<T> value, bool isSecret) => new(await value.ConfigureAwait(false), true, isSecret, null);
    }

    private static Output<T> WithSecret<T>(Output<T> output, bool isSecret)
    {
        return output.TryGetData(out var data)
            ? new Output<T>(new OutputData<T>(data.Value, data.IsKnown, isSecret, data.Origin))
            : Deploying.StackRun.Track(new Output<T>(Wait(output.DataAsync(), isSecret)));

        static async Task<OutputData<T>> Wait(Task<OutputData<T>> pending, bool isSecret)
        {
            var data = await pending.ConfigureAwait(false);
            return new OutputData<T>(data.Value, data.IsKnown, isSecret, data.Origin);
        }
    }
}
