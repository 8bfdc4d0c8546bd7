using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>A StringMatch of a VirtualService.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch.</remarks>
internal sealed record StringMatch(StringMatch.Kind Form, string Text)
{
    public enum Kind
    {
        Present,
        Exact,
        Prefix,
        Regex,
        Unknown,
    }

    /// <summary>What hides the text; nothing is known of the form either then.</summary>
    public Unreadable? Hidden { get; private init; }

    public static StringMatch? From(Field field, Manifest manifest) =>
        !field.Exists ? null
        : Mask.IsWithin(field.Value)
            ? new(Kind.Unknown, "")
            {
                Hidden = Unreadable.From(manifest, field.Entries.FirstOrDefault(entry => Mask.IsIn(entry.Text))?.Path ?? field.Path),
            }
        : field["exact"].Text is { } exact ? new(Kind.Exact, exact)
        : field["prefix"].Text is { } prefix ? new(Kind.Prefix, prefix)
        : field["regex"].Text is { } regex ? new(regex == "*" ? Kind.Present : Kind.Regex, regex)
        : field.Entries.Count == 0 ? new(Kind.Present, "")
        : new(Kind.Unknown, field.Entries[0].Name);

    public Certainty Matches(string? value, bool ignoreCase = false)
    {
        if (value is null)
        {
            return Certainty.No;
        }

        if (Hidden is not null)
        {
            return Certainty.Unknown(Hidden.Reason);
        }

        if (Form != Kind.Regex && Placeholder.IsIn(Text))
        {
            return Certainty.Unknown($"the match {Text} is known only to a real run");
        }

        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return Form switch
        {
            Kind.Present => Certainty.Yes,
            Kind.Exact => Certainty.From(string.Equals(value, Text, comparison)),
            Kind.Prefix => Certainty.From(value.StartsWith(Text, comparison)),
            Kind.Regex => RegexMatch.Matches(Text, value),
            _ => Certainty.Unknown($"the match {Text} is not known"),
        };
    }

    /// <summary>The texts that match, as far as they are known.</summary>
    public TextBounds Texts(bool ignoreCase = false)
    {
        if (Hidden is not null)
        {
            return TextBounds.Unknown(Hidden.Reason);
        }

        if (Placeholder.IsIn(Text))
        {
            return TextBounds.Unknown($"the match {Text} is known only to a real run");
        }

        return Form switch
        {
            Kind.Present => TextBounds.From(TextSet.Everything),
            Kind.Exact => TextBounds.From(Cased(TextSet.Exact(Text), ignoreCase)),
            Kind.Prefix => TextBounds.From(Cased(TextSet.Prefix(Text), ignoreCase)),
            Kind.Regex => TextBounds.Regex(Text),
            _ => TextBounds.Unknown($"the match {Text} is not known"),
        };
    }

    /// <summary>True where a delegate's match is outside of what its root lets through; what is hidden is not known to be.</summary>
    /// <remarks>Source: stringMatchConflict in pilot/pkg/model/virtualservice.go of istio/istio.</remarks>
    public static bool Conflict(StringMatch? root, StringMatch? leaf)
    {
        if (root is null || leaf is null || root.Hidden is not null || leaf.Hidden is not null)
        {
            return false;
        }

        return root.Form switch
        {
            Kind.Exact or Kind.Prefix when root.Text.Length == 0 => true,
            Kind.Exact => leaf.Form != Kind.Exact || leaf.Text != root.Text,
            Kind.Prefix => leaf.Form is not (Kind.Exact or Kind.Prefix) || !leaf.Text.StartsWith(root.Text, StringComparison.Ordinal),
            _ => true,
        };
    }

    private static TextSet Cased(TextSet texts, bool ignoreCase) => ignoreCase ? texts.IgnoreCase() : texts;
}
