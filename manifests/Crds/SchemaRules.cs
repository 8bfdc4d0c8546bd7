namespace MeshStack.Manifests;

/// <summary>The rules by which the API server judges objects of Istio.</summary>
public static class SchemaRules
{
    /// <summary>Values have the type of their field.</summary>
    internal static FindingRule Type { get; } =
        Refused(
            "schema-type",
            "A value has the type of its field.",
            "The API server refuses the object.",
            "Write the value as the type that is named; text that looks like a number or a boolean needs quotes."
        );

    /// <summary>Values are among those that their field takes.</summary>
    internal static FindingRule Value { get; } =
        Refused(
            "schema-value",
            "A value is one that its field takes: of a fixed set, of a form, and within limits.",
            "The API server refuses the object.",
            "Write one of the values that are named."
        );

    /// <summary>Required fields are given.</summary>
    internal static FindingRule Required { get; } =
        Refused("schema-required", "Required fields are given.", "The API server refuses the object.", "Give the field.");

    /// <summary>Fields are known.</summary>
    internal static FindingRule UnknownField { get; } =
        Refused(
            "schema-unknown-field",
            "Every field is one that this version of Istio knows.",
            "The API server drops the field without a word, so that it has no effect; kubectl refuses the object.",
            "Correct the spelling or the place of the field, or use a version of Istio that has it."
        );

    /// <summary>Of fields that exclude each other, one is given.</summary>
    internal static FindingRule Alternatives { get; } =
        Refused(
            "schema-alternatives",
            "Of fields that exclude each other, one is given.",
            "The API server refuses the object.",
            "Keep one of the fields that are named."
        );

    /// <summary>The items of a list differ in what tells them apart.</summary>
    internal static FindingRule ListKey { get; } =
        Refused(
            "schema-list-key",
            "The items of a list differ in the fields that tell them apart.",
            "The API server refuses the object.",
            "Remove one of the items, or name them differently."
        );

    /// <summary>Rules within the schema hold.</summary>
    internal static FindingRule Rule { get; } =
        Refused(
            "schema-rule",
            "The rules that Istio's schema holds for several fields at once are kept.",
            "The API server refuses the object, with the same sentence.",
            "Change the fields so that the sentence holds."
        );

    /// <summary>Names, labels and annotations have the form that Kubernetes asks for.</summary>
    internal static FindingRule Metadata { get; } =
        Refused(
            "schema-metadata",
            "Names, labels and annotations have the form that Kubernetes asks for.",
            "The API server refuses the object.",
            "Use the letters that are named."
        );

    /// <summary>The kind is served in the version that is asked for.</summary>
    internal static FindingRule Kind { get; } =
        Refused(
            "schema-kind",
            "The kind exists in this version of Istio, in the API version that is asked for.",
            "The API server does not know the kind and refuses the object.",
            "Correct kind and apiVersion, or use a version of Istio that has them."
        );

    /// <summary>Every rule, ordinal by code.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [Alternatives, Kind, ListKey, Metadata, Required, Rule, Type, UnknownField, Value];

    private static FindingRule Refused(string code, string summary, string why, string fix) =>
        new(code, Severity.Error, RuleOrigin.Kubernetes, [], summary, why, fix);
}
