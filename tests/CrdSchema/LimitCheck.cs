using System.Globalization;
using System.Text.RegularExpressions;
using MeshStack.Manifests;

namespace MeshStack.CrdSchema;

/// <summary>Limits of numbers, texts, lists and objects, and patterns.</summary>
internal sealed class LimitCheck(string demand, Func<object, double?> measure, Func<double, bool> accepts) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(Field schema, HashSet<string> handled)
    {
        (string Keyword, string What, Func<object, double?> Measure)[] limits =
        [
            ("imum", "", value => value switch { long number => number, double number => number, _ => null }),
            ("Length", " characters", value => value is string text ? new StringInfo(text).LengthInTextElements : null),
            ("Items", " items", value => (value as IReadOnlyList<object?>)?.Count),
            ("Properties", " fields", value => (value as IReadOnlyDictionary<string, object?>)?.Count),
        ];
        foreach (var (keyword, what, measure) in limits)
        {
            handled.UnionWith([$"min{keyword}", $"max{keyword}"]);
            if (schema[$"min{keyword}"].Number is { } least)
            {
                yield return new LimitCheck($"at least {least}{what}", measure, size => size >= least);
            }

            if (schema[$"max{keyword}"].Number is { } most)
            {
                yield return new LimitCheck($"at most {most}{what}", measure, size => size <= most);
            }
        }

        handled.Add("pattern");
        if (schema["pattern"].Text is { } pattern)
        {
            var regex = new Regex(pattern, RegexOptions.CultureInvariant);
            yield return new LimitCheck($"a match of {pattern}", value => value is string text ? regex.IsMatch(text) ? 1 : 0 : null, matches => matches > 0);
        }
    }

    public void Validate(object value, string path, List<SchemaError> errors)
    {
        if (measure(value) is { } size && !accepts(size))
        {
            errors.Add(new(path, $"is not {demand}"));
        }
    }
}
