using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Matching;

/// <summary>A value of an AuthorizationPolicy: exact, <c>foo*</c>, <c>*foo</c>, or <c>*</c> for anything present.</summary>
/// <remarks>Source: pilot/pkg/security/authz/matcher of istio/istio.</remarks>
internal sealed record StringPattern(StringPattern.Kind Form, string Text)
{
    public enum Kind
    {
        Exact,
        Prefix,
        Suffix,
        Present,
    }

    public static StringPattern From(string value) =>
        value switch
        {
            "*" => new(Kind.Present, ""),
            ['*', .. var rest] => new(Kind.Suffix, rest),
            [.. var rest, '*'] => new(Kind.Prefix, rest),
            _ => new(Kind.Exact, value),
        };

    public Certainty Matches(string? value, bool ignoreCase = false)
    {
        if (value is null)
        {
            return Certainty.No;
        }

        if (Placeholder.IsIn(Text) && Text != value)
        {
            return Certainty.Unknown($"\"{Text}\" is known only to a real run");
        }

        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return Certainty.From(
            Form switch
            {
                Kind.Exact => string.Equals(value, Text, comparison),
                Kind.Prefix => value.StartsWith(Text, comparison),
                Kind.Suffix => value.EndsWith(Text, comparison),
                _ => value.Length > 0,
            }
        );
    }
}
