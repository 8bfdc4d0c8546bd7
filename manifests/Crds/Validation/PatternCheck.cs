using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>pattern: a regular expression of RE2 that has the same meaning here.</summary>
internal sealed partial class PatternCheck(string pattern, Regex regex) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(StructuralSchema schema, string name)
    {
        if (schema.Pattern is not { } pattern)
        {
            return [];
        }

        // In RE2, $ is the end of the text alone.
        var here = pattern.Replace("$", @"\z", StringComparison.Ordinal);
        return Portable().IsMatch(pattern)
            ? [new PatternCheck(pattern, new(here, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture))]
            : throw new UnsupportedSchemaException($"{name}: the pattern {pattern} uses what is not implemented.");
    }

    public void Validate(object value, SchemaErrors errors)
    {
        if (value is string text && !regex.IsMatch(text))
        {
            errors.Add(SchemaRules.Value, $"{Described.Value(text)} does not match {pattern}");
        }
    }

    // Plain groups, classes of ASCII and escaped dots: no class escapes, no flags, no dollar sign that is a character.
    [GeneratedRegex(@"^(?:[A-Za-z0-9_*+?|^$-]|\((?!\?)|\)|\{[0-9,]+\}|\\\.|\[\^?[A-Za-z0-9_-]+\])+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Portable();
}
