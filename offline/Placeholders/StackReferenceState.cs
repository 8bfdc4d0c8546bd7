using System.Collections.Immutable;
using Pulumi.Testing;

namespace MeshStack.Offline.Placeholders;

/// <summary>What is known of another stack where none is deployed: that it has no outputs.</summary>
internal static class StackReferenceState
{
    public const string Type = "pulumi:pulumi:StackReference";

    /// <summary>Functions of the engine that tell of a stack.</summary>
    public static bool IsAsked(string? token) => token is "pulumi:pulumi:readStackOutputs" or "pulumi:pulumi:readStackResourceOutputs";

    /// <summary>What such a function says of a stack of which nothing is deployed.</summary>
    public static ImmutableDictionary<string, object> Of(MockCallArgs args) =>
        args.Args.SetItem("outputs", ImmutableDictionary<string, object>.Empty).SetItem("secretOutputNames", ImmutableArray<object>.Empty);

    // Without them a preview would take the outputs for unknown, and an update would fail on their absence.
    public static ImmutableDictionary<string, object> Of(MockResourceArgs args) =>
        args
            .Inputs.SetItem("outputs", ImmutableDictionary<string, object>.Empty)
            .SetItem("secretOutputNames", ImmutableArray<object>.Empty);
}
