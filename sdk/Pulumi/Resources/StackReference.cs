using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The outputs of another stack.</summary>
public class StackReference : CustomResource
{
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = StackName(name, args) },
            ToRead(StackName(name, args), options),
            registerPackageRequest: null
        ) { }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>The output of that name, or null if the stack has none.</summary>
    public Output<object?> GetOutput(Input<string> name)
    {
        var wanted = name.ToOutput();
        return Marked(wanted, Output.Tuple(wanted, Outputs).Apply(static both => both.Item2.GetValueOrDefault(both.Item1)));
    }

    /// <summary>The output of that name; a failure if the stack has none.</summary>
    public Output<object> RequireOutput(Input<string> name)
    {
        var wanted = name.ToOutput();
        return Marked(
            wanted,
            Output
                .Tuple(wanted, Name, Outputs)
                .Apply(static all =>
                    all.Item3.TryGetValue(all.Item1, out var value)
                        ? value
                        : throw new KeyNotFoundException($"Required output '{all.Item1}' does not exist on stack '{all.Item2}'.")
                )
        );
    }

    /// <summary>The output of that name as a plain value; neither field is set if the stack has none.</summary>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).DataAsync().ConfigureAwait(false);
        return data.IsSecret ? new() { SecretValue = data.Value } : new() { Value = data.Value };
    }

    /// <summary>The output of that name, which must not be secret.</summary>
    public Task<object?> GetValueAsync(Input<string> name) => PlainValueAsync(GetOutput(name), nameof(GetOutput));

    /// <summary>The output of that name, which must be there and not be secret.</summary>
    public Task<object> RequireValueAsync(Input<string> name) => PlainValueAsync(RequireOutput(name), nameof(RequireOutput));

    private static Input<string> StackName(string name, StackReferenceArgs? args) => args?.Name ?? name;

    private static CustomResourceOptions ToRead(Input<string> id, CustomResourceOptions? options) =>
        CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = id });

    private static async Task<T> PlainValueAsync<T>(Output<T> output, string method)
    {
        var data = await output.DataAsync().ConfigureAwait(false);
        return data.IsSecret
            ? throw new InvalidOperationException(
                $"Cannot call '{method}ValueAsync' if the referenced stack has secret outputs. Use '{method}' instead."
            )
            : data.Value;
    }

    private Output<T> Marked<T>(Output<string> name, Output<T> value)
    {
        var marked = MarkedAsync(name, value);
        return marked.IsCompletedSuccessfully ? new Output<T>(marked.Result) : Deploying.StackRun.Track(new Output<T>(marked));
    }

    /// <summary>One secret among the outputs makes them secret as a whole, but only those that are listed are so by themselves.</summary>
    private async Task<OutputData<T>> MarkedAsync<T>(Output<string> name, Output<T> value)
    {
        var data = await value.DataAsync().ConfigureAwait(false);
        var wanted = await name.DataAsync().ConfigureAwait(false);
        var secret = await SecretOutputNames.DataAsync().ConfigureAwait(false);
        var isSecret =
            wanted.IsKnown && secret.IsKnown
                ? secret.Value.Contains(wanted.Value)
                : (await Outputs.DataAsync().ConfigureAwait(false)).IsSecret;
        return new OutputData<T>(data.Value, data.IsKnown, isSecret, data.Origin);
    }
}
