using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>A ValidatingAdmissionPolicy by which no other namespace may write objects for names.</summary>
/// <remarks>Source: https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/.</remarks>
internal static class AdmissionPolicy
{
    private const string ApiVersion = "admissionregistration.k8s.io/v1";

    private const string Name = "calls-of-others";

    /// <param name="hosts">The names.</param>
    /// <param name="namespaces">The namespaces that may.</param>
    public static IReadOnlyList<Manifest> Of(IEnumerable<string> hosts, IEnumerable<string> namespaces)
    {
        // Wildcards cover names, and the case of a name does not count.
        var expression =
            $"object.metadata.namespace in [{Quoted(namespaces)}] || !has(object.spec.hosts) || !object.spec.hosts.exists(h, "
            + $"[{Quoted(hosts)}].exists(n, h.lowerAscii() == n || (h.startsWith('*') && n.endsWith(h.lowerAscii().substring(1)))))";
        return
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
                    ["validations"] = new object?[]
                    {
                        new Dictionary<string, object?>
                        {
                            ["expression"] = expression,
                            ["message"] = "The calls of this name are routed by the namespace of its service alone.",
                        },
                    },
                }
            ),
            Of("ValidatingAdmissionPolicyBinding", new() { ["policyName"] = Name, ["validationActions"] = new object?[] { "Deny" } }),
        ];
    }

    private static string Quoted(IEnumerable<string> texts) =>
        string.Join(", ", texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(text => $"'{text}'"));

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
