using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Config.Http;

/// <summary>A header as far as it is known: its text, null where it is absent; or why it is not known.</summary>
/// <param name="Value">The text.</param>
/// <param name="Unknown">Why it is not known; null where it is.</param>
/// <param name="IsPresent">True where it is known to be there.</param>
internal readonly record struct HeaderText(string? Value, string? Unknown = null, bool IsPresent = false)
{
    /// <summary>Whether it matches: by its text, or where that is not known by what any text would do.</summary>
    public Certainty Matches(Func<string?, Certainty> test, Func<TextBounds> texts) =>
        Unknown is null ? test(Value)
        : IsPresent && texts().Certain.Equals(TextSet.Everything) ? Certainty.Yes
        : texts().Possible.IsEmpty ? Certainty.No
        : Certainty.Unknown(Unknown);
}
