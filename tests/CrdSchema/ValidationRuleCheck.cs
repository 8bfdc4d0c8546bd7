using System.Security.Cryptography;
using System.Text;
using MeshStack.Manifests;

namespace MeshStack.CrdSchema;

/// <summary>x-kubernetes-validations: CEL rules, each known by the fingerprint of its text and written by hand.</summary>
internal sealed class ValidationRuleCheck(ValidationRule rule) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(Field schema, string name, HashSet<string> handled)
    {
        handled.Add("x-kubernetes-validations");
        foreach (var validation in schema["x-kubernetes-validations"].Items)
        {
            if (validation.Entries.FirstOrDefault(entry => entry.Name is not ("rule" or "message")) is { } unknown)
            {
                throw new UnsupportedSchemaException($"{name}: {unknown.Name} of the rule at {validation.Path} is not implemented.");
            }

            var text = validation["rule"].Text ?? "";
            yield return new ValidationRuleCheck(ValidationRules.ByFingerprint.TryGetValue(Fingerprint(text), out var rule)
                ? rule
                : throw new UnsupportedSchemaException($"{name}: the rule {text} at {validation.Path} (fingerprint {Fingerprint(text)}) is not implemented."));
        }
    }

    public void Validate(object value, string path, List<SchemaError> errors)
    {
        if (!rule.Holds(value))
        {
            errors.Add(new(path, rule.Name));
        }
    }

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
