using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>Rules on the values of an EnvoyFilter's patches, as far as they can be judged without Envoy's API.</summary>
internal static partial class EnvoyValueRules
{
    private const string Type = "@type";

    private static readonly string[] FilterTargets = ["HTTP_FILTER", "NETWORK_FILTER", "LISTENER_FILTER", "EXTENSION_CONFIG"];

    // Extensions that stand alone in what they extend, by their names in Envoy's API.
    private static readonly HashSet<string> Extensions = new(StringComparer.Ordinal)
    {
        "transport_socket",
        "upstream_config",
        "cluster_type",
        "typed_dns_resolver_config",
        "extend_balance",
        "early_data_policy",
        "retry_priority",
        "path_match_policy",
        "path_rewrite_policy",
    };

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "envoy-filter-type",
            Severity.Error,
            "EnvoyFilter",
            "A typed configuration names its type in version 3 of Envoy's API, and names are texts.",
            "istiod cannot decode the value into Envoy's API, and Envoy would not take it.",
            "Give @type of a version 3 message, and texts where names are expected.",
            Types
        ),
        new(
            "envoy-filter-typed-config",
            Severity.Warning,
            "EnvoyFilter",
            "A filter or another extension has a typed configuration, and is not found by its name.",
            "Finding an extension by its name alone is deprecated, and Envoy stops starting with it in a later release.",
            "Give typed_config with the @type of the extension.",
            TypedConfig
        ),
    ];

    private static IEnumerable<Field> Values(Subject subject) =>
        EnvoyPatches.Of(subject).Select(patch => patch["patch"]["value"]).Where(value => value.Exists);

    private static IEnumerable<Problem> Types(Subject subject)
    {
        foreach (var value in Values(subject))
        {
            if (value["name"] is { Exists: true, Text: null } name)
            {
                yield return new(name, $"The name is {Described.Value(name.Value)}, which is no text.");
            }

            foreach (var any in Anys(value).Where(any => any.Value is IReadOnlyDictionary<string, object?>))
            {
                var type = any[Type];
                if (!type.HasContent)
                {
                    yield return new(any, $"The typed configuration names no type; give {Type}.");
                }
                else if (OldVersion().IsMatch(type.Text ?? ""))
                {
                    yield return new(type, $"{type.Text} is a type of version 2 of Envoy's API, which is gone; use that of version 3.");
                }
            }
        }
    }

    /// <summary>The typed configurations within a value; what a generic struct holds is not one.</summary>
    private static IEnumerable<Field> Anys(Field field)
    {
        if (field[Type].Text?.EndsWith("TypedStruct", StringComparison.Ordinal) == true)
        {
            return [];
        }

        var within = field.Entries.Concat(field.Items).SelectMany(Anys);
        return NameOf(field) switch
        {
            "typed_config" => within.Prepend(field),
            "typed_per_filter_config" or "typed_extension_protocol_options" => field.Entries.Concat(within),
            _ => within,
        };
    }

    private static IEnumerable<Problem> TypedConfig(Subject subject) =>
        from patch in EnvoyPatches.Of(subject)
        let value = patch["patch"]["value"]
        where value.Exists
        from extension in Nested(value).Concat(FilterTargets.Contains(EnvoyPatches.TargetOf(patch)) ? [value] : [])
        where !extension.Entries.Any(entry => NameOf(entry) is "typed_config" or "config_discovery")
        select new Problem(
            extension,
            $"{extension["name"].Text ?? "The extension"} has no typed_config, so that Envoy finds it by name, which it will no longer do; "
                + "give typed_config."
        );

    private static IEnumerable<Field> Nested(Field field) =>
        field
            .Entries.Where(entry => entry.Exists && NameOf(entry) != "typed_config")
            .SelectMany(entry => Extensions.Contains(NameOf(entry)) ? Nested(entry).Prepend(entry) : Nested(entry));

    private static string NameOf(Field field) => Capital().Replace(field.Name, match => "_" + match.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();

    [GeneratedRegex(@"/envoy\..*\.v2(?:alpha[0-9]*)?\.", RegexOptions.CultureInvariant)]
    private static partial Regex OldVersion();
}
