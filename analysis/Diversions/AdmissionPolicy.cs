using MeshStack.Manifests;

namespace MeshStack.Analysis.Diversions;

/// <summary>A ValidatingAdmissionPolicy by which no other namespace may write objects for names.</summary>
/// <remarks>Source: https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/.</remarks>
internal static class AdmissionPolicy
{
    private const string ApiVersion = "admissionregistration.k8s.io/v1";

    private const string Name = "calls-of-others";

    /// <param name="calls">The calls that could be taken.</param>
    public static IReadOnlyList<Manifest> Of(IEnumerable<InterceptedCalls> calls) =>
        [
            Of(
                "ValidatingAdmissionPolicy",
                new()
                {
                    ["failurePolicy"] = "Fail",
                    ["matchConstraints"] = new Dictionary<string, object?>
                    {
                        ["resourceRules"] = new object?[]
                        {
                            new Dictionary<string, object?>
                            {
                                ["apiGroups"] = new object?[] { "networking.istio.io" },
                                ["apiVersions"] = new object?[] { "*" },
                                ["operations"] = new object?[] { "CREATE", "UPDATE" },
                                ["resources"] = new object?[] { "virtualservices", "serviceentries" },
                            },
                        },
                    },
                    ["validations"] = calls
                        .GroupBy(call => call.Host, StringComparer.Ordinal)
                        .OrderBy(same => same.Key, StringComparer.Ordinal)
                        .Select(same => (object?)Validation(same.Key, [.. same]))
                        .ToArray(),
                }
            ),
            Of("ValidatingAdmissionPolicyBinding", new() { ["policyName"] = Name, ["validationActions"] = new object?[] { "Deny" } }),
        ];

    // Wildcards cover names, the case of a name does not count, and * alone is the least that a gateway's routes can be for.
    private static Dictionary<string, object?> Validation(string host, InterceptedCalls[] calls)
    {
        string[] owners = [.. calls.SelectMany(call => call.Owners).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] callers = [.. calls.SelectMany(call => call.Callers).Except(owners).Order(StringComparer.Ordinal)];
        var own =
            callers.Length == 0
                ? ""
                : $"object.metadata.namespace in [{Quoted(callers)}] && has(object.spec.exportTo) && object.spec.exportTo == ['.'] || ";
        var callersToo = callers.Length == 0 ? "" : ", or by that of a caller for itself (exportTo \".\")";
        return new()
        {
            ["expression"] =
                $"object.metadata.namespace in [{Quoted(owners)}] || {own}!has(object.spec.hosts) || !object.spec.hosts.exists(h, "
                + $"h.lowerAscii() == '{host}' || h != '*' && h.startsWith('*') && '{host}'.endsWith(h.lowerAscii().substring(1)))",
            ["message"] = $"Calls to {host} are routed by the namespaces {string.Join(", ", owners)} alone{callersToo}.",
        };
    }

    private static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(text => $"'{text}'"));

    private static Manifest Of(string kind, Dictionary<string, object?> spec) =>
        Manifest.From(
            "any",
            new Dictionary<string, object?>
            {
                ["apiVersion"] = ApiVersion,
                ["kind"] = kind,
                ["metadata"] = new Dictionary<string, object?> { ["name"] = Name },
                ["spec"] = spec,
            }
        );
}
