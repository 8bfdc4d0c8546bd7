using System.Text.Json;
using System.Text.RegularExpressions;
using MeshStack.Manifests;

namespace MeshStack.Conformance.Istio;

/// <summary>An object, and what Kubernetes 1.35 said of it with the definitions of Istio 1.30, and istiod 1.30.</summary>
internal sealed partial record RecordedObject(
    string Id,
    Manifest Manifest,
    bool IsRefused,
    string Message,
    IstiodVerdict Istiod,
    string IstiodMessage,
    bool HasPlaceholder
)
{
    // Replaced before the object is applied; istiod was asked about the text with it.
    private const string Placeholder = "${";

    public static RecordedObject Read(JsonElement line) =>
        new(
            line.GetProperty("id").GetString()!,
            Manifest.From("recorded", (IReadOnlyDictionary<string, object?>)RecordedValue.Of(line.GetProperty("body"))!),
            line.GetProperty("crd").GetString() == "reject",
            line.GetProperty("crdMessage").GetString()!,
            Enum.Parse<IstiodVerdict>(line.GetProperty("istiod").GetString()!, ignoreCase: true),
            line.GetProperty("istiodMessage").GetString()!,
            line.GetRawText().Contains(Placeholder, StringComparison.Ordinal)
        );

    /// <summary>Whether the API server refused what errors refuse, at the same places.</summary>
    public bool Says(IReadOnlyList<SchemaError> errors)
    {
        var refusing = errors.Where(error => !error.IsUnknownField && !IsOfInt32(error)).ToList();
        var unknown = errors.Where(error => error.IsUnknownField).Select(error => Place(error.Path));

        // Rules are not run where the schema is broken, and alternatives are reported without a place.
        var placed = refusing.Where(error => !(RulesAreLeftOut && IsOfRule(error)) && !IsOfAlternatives(error));
        return refusing.Count > 0 == IsRefused
            && RefusedPlaces().SetEquals(placed.Select(error => Place(error.Path)))
            && UnknownPlaces().IsSupersetOf(unknown)
            && (IsRefused || UnknownPlaces().SetEquals(unknown));
    }

    private bool RulesAreLeftOut => Message.Contains("CEL rules not run", StringComparison.Ordinal);

    private HashSet<string> RefusedPlaces() =>
        [.. Refused().Matches(Message).Select(match => match.Groups["place"].Value).Where(place => place != "<nil>").Select(Place)];

    private HashSet<string> UnknownPlaces() => [.. Unknown().Matches(Message).Select(match => Place(match.Groups["place"].Value))];

    // Since Kubernetes 1.36; what was recorded is older.
    private static bool IsOfInt32(SchemaError error) => error.Message.Contains("is not a number of 32 bits", StringComparison.Ordinal);

    private static bool IsOfRule(SchemaError error) => error.Message.Contains("Istio's rule", StringComparison.Ordinal);

    private static bool IsOfAlternatives(SchemaError error) =>
        error.Message.Contains("are given; at most one of", StringComparison.Ordinal);

    // The API server writes the keys of maps in two ways.
    private static string Place(string path) => Brackets().Replace(path, match => match.Value.Contains('[') ? "." : "");

    [GeneratedRegex(@"[[\]""]+", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(
        @"(?:^| \| )(?<place>[^ :|]+): (?:Invalid value|Required value|Unsupported value|Too long|Duplicate value)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Refused();

    [GeneratedRegex(@"unknown field ""(?<place>[^""]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Unknown();
}
