using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace MeshStack.Manifests;

/// <summary>x-kubernetes-validations: rules, each known by the fingerprint of its text and written by hand.</summary>
internal sealed class RuleCheck(Rule rule, string message) : ISchemaCheck
{
    // Few texts stand in many places.
    private static readonly ConcurrentDictionary<string, string> Fingerprints = new(StringComparer.Ordinal);

    public static IEnumerable<ISchemaCheck> Compile(StructuralSchema schema, string name) =>
        schema.Validations.Select(validation => new RuleCheck(Find(validation.Rule, name), validation.Message));

    public void Validate(object value, SchemaErrors errors)
    {
        if (rule.Holds(value))
        {
            return;
        }

        errors.Add(
            SchemaRules.Rule,
            rule.Culprits(value) is { Count: > 0 } culprits
                ? $"{Described.List(culprits)} {(culprits.Count == 1 ? "breaks" : "break")} Istio's rule: {message}"
                : $"breaks Istio's rule: {message}"
        );
    }

    public static string Fingerprint(string rule) => Fingerprints.GetOrAdd(rule, Hash);

    private static Rule Find(string text, string name) =>
        KnownRules.ByFingerprint.GetValueOrDefault(Fingerprint(text))
        ?? throw new UnsupportedSchemaException($"{name}: the rule {text} (fingerprint {Fingerprint(text)}) is not implemented.");

    private static string Hash(string rule) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rule)))[..12];
}
