using System.Globalization;
using MeshStack.Manifests;

namespace MeshStack.Generate.Istio;

/// <summary>What a schema says of a field of which nobody has said more.</summary>
internal static class SchemaSentence
{
    public static string Of(IstioMember member) =>
        member.Form switch
        {
            MemberForm.Single => $"{Value(member.Schema)}.",
            MemberForm.Map when member.Schema.AdditionalProperties is { } value =>
                $"By key: {Value(value)}{Limits(member.Schema.MinProperties, member.Schema.MaxProperties, "entries")}.",
            MemberForm.Map => "Keys and values of any form.",
            _ => $"List: {Value(member.Schema.Items!)}{Limits(member.Schema.MinItems, member.Schema.MaxItems, "items")}.",
        };

    private static string Value(StructuralSchema schema) =>
        schema switch
        {
            { Enum.Count: > 0 } => $"One of {string.Join(", ", schema.Enum)}",
            { Type: "string" } when schema.Validations.Any(rule => rule.Message.Contains("duration", StringComparison.Ordinal)) =>
                "Duration with its unit, such as \"10s\", at least \"1ms\"",
            { Type: "string", Format: "byte" } => "Bytes in Base64",
            { Type: "string" } => $"Text{Limits(schema.MinLength, schema.MaxLength, "characters")}",
            { Type: "integer" } => $"Whole number{Limits(schema.Minimum, schema.Maximum, "")}",
            { Type: "number" } => $"Number{Limits(schema.Minimum, schema.Maximum, "")}",
            { Type: "boolean" } => "True or false",
            _ => "Object",
        };

    private static string Limits(double? fewest, double? most, string unit) =>
        (fewest, most) switch
        {
            ({ } least, { } greatest) => Said($"{least}-{greatest} {unit}"),
            ({ } least, null) => Said($"at least {least} {unit}"),
            (null, { } greatest) => Said($"at most {greatest} {unit}"),
            _ => "",
        };

    private static string Said(FormattableString limits) => ", " + limits.ToString(CultureInfo.InvariantCulture).TrimEnd();
}
