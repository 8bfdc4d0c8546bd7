using System.Runtime.CompilerServices;
using Pulumi;
using Pulumi.Utilities;

namespace MeshStack.Offline.Inputs;

/// <summary>Looks into an output: is it known, is it secret, and what is in it.</summary>
internal class OutputReader<T> : ValueReader
{
    // Only a sealed type says before it is looked at what it can hold.
    private static readonly ValueReader? Content = typeof(T).IsSealed ? From(typeof(T)) : null;

    public override void Read(object value, InputWalk walk) => Read((Output<T>)value, walk);

    public override OpenedValue? Open(object value) => Open((Output<T>)value);

    public override bool IsNothing(object value) => IsNothing((Output<T>)value);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected static void Read(Output<T> output, InputWalk walk)
    {
        var question = walk.SeeksUnknowns ? OutputUtilities.GetIsKnownAsync(output) : Output.IsSecretAsync(output);
        if (!question.IsCompletedSuccessfully)
        {
            // An output that failed ends the run with its own words; others may still be on their way.
            if (!question.IsCompleted)
            {
                walk.FoundIncomplete();
            }

            return;
        }

        if (!walk.SeeksUnknowns && OutputUtilities.GetDependenciesAsync(output) is { IsCompletedSuccessfully: true } origins)
        {
            walk.Origins.UnionWith(origins.Result);
        }

        if (question.Result != walk.SeeksUnknowns)
        {
            walk.FoundHere();
        }

        if (
            Content is not { IsLeaf: true }
            && OutputUtilities.GetValueAsync(output) is { IsCompletedSuccessfully: true, Result: { } content }
        )
        {
            (Content ?? From(content.GetType())).Read(content, walk);
        }
    }

    protected static OpenedValue Open(Output<T> output) =>
        new(
            OutputUtilities.GetValueAsync(output) is { IsCompletedSuccessfully: true } content ? content.Result : null,
            Output.IsSecretAsync(output) is { IsCompletedSuccessfully: true, Result: true },
            OutputUtilities.GetIsKnownAsync(output) is { IsCompletedSuccessfully: true, Result: true }
        );

    protected static bool IsNothing(Output<T> output) =>
        OutputUtilities.GetValueAsync(output) is not { IsCompletedSuccessfully: true, Result: { } content }
        || From(content.GetType()).IsNothing(content);
}
