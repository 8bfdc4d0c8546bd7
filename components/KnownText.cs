using Pulumi;
using Pulumi.Utilities;

namespace MeshStack;

/// <summary>What an input says where that is known at once, as for a text that was simply written down.</summary>
internal static class KnownText
{
    /// <summary>The text; null where it comes from something that is still to be made.</summary>
    public static string? In(Input<string>? input) => input?.ToOutput() is { } output
        && OutputUtilities.GetIsKnownAsync(output) is { IsCompletedSuccessfully: true, Result: true }
        && OutputUtilities.GetValueAsync(output) is { IsCompletedSuccessfully: true, Result: { } text }
            ? text
            : null;
}
