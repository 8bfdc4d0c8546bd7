namespace MeshStack.Definition.Planning;

/// <summary>Annotations by which objects say what an update made of them: a later one reads them in the state of the stack.</summary>
/// <remarks>
/// The outputs of a stack say what was asked for last. What an object was really given stands in its own outputs, whichever clusters an
/// update left out or did not reach, and wherever it failed.
/// </remarks>
public static class StateMarks
{
    /// <summary>Of a namespace that is made: <c>true</c> where it stays in its cluster when it is not asked for any more.</summary>
    public const string Retained = "meshstack/retain-on-delete";

    /// <summary>Of the secret <c>cacerts</c>: which root signs in the cluster, and which are trusted.</summary>
    public const string Trust = "meshstack/trust";

    /// <summary>Of the namespace of that secret, which is changed before it: what the secret is about to say.</summary>
    public const string NextTrust = "meshstack/next-trust";

    /// <summary>A trust as such an annotation says it.</summary>
    internal static string Of(TrustState state) =>
        string.Join(' ', new[] { RotationPhases.NameOf(state.Phase), state.From, state.Root }.OfType<string>());

    /// <summary>Metadata with one of these annotations more; the same where there is nothing to say.</summary>
    internal static IReadOnlyDictionary<string, object> Marked(
        this IReadOnlyDictionary<string, object> metadata,
        string annotation,
        TextValue? text
    )
    {
        if (text is null)
        {
            return metadata;
        }

        var annotations = metadata.TryGetValue("annotations", out var given)
            ? Empty.Map<object>().AddRange((IReadOnlyDictionary<string, object>)given)
            : Empty.Map<object>();
        return Empty
            .Map<object>()
            .AddRange(metadata)
            .SetItem("annotations", annotations.SetItem(annotation, text is { Known: { } known, IsSecret: false } ? (object)known : text));
    }
}
