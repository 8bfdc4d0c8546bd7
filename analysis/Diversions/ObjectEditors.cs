namespace MeshStack.Analysis.Diversions;

/// <summary>Who may write objects of Istio in a namespace, as the Roles and bindings among the manifests say.</summary>
/// <remarks>Source: https://kubernetes.io/docs/reference/access-authn-authz/rbac/.</remarks>
public static class ObjectEditors
{
    private const string Group = "networking.istio.io";

    // ClusterRoles that Kubernetes has itself.
    private const string ClusterAdmin = "cluster-admin";

    private static readonly string[] Writing = ["create", "update", "patch", "*"];

    /// <summary>The subjects that may write a kind in a namespace, as <c>Group dev</c>; empty where no binding of the manifests says
    /// so.</summary>
    /// <param name="manifests">The manifests.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="ns">The namespace; null for whoever may do so in any.</param>
    /// <param name="resource">The kind in plural and lower case, such as virtualservices.</param>
    public static IReadOnlyList<string> Of(IEnumerable<Manifest> manifests, string cluster, string? ns, string resource)
    {
        ArgumentNullException.ThrowIfNull(manifests);
        Manifest[] all = [.. manifests.Where(manifest => manifest.Cluster == cluster && manifest.Group == "rbac.authorization.k8s.io")];
        var roles = all.Where(manifest => manifest.Kind is "Role" or "ClusterRole")
            .Where(role => Writes(role, resource))
            .Select(role => (role.Kind, Namespace: role.Kind == "Role" ? role.Namespace : null, role.Name))
            .Append(("ClusterRole", null, ClusterAdmin))
            .ToHashSet();
        return
        [
            .. all.Where(manifest =>
                    manifest.Kind == "ClusterRoleBinding" || (manifest.Kind == "RoleBinding" && ns is not null && manifest.Namespace == ns)
                )
                .Where(binding => RoleOf(binding) is { } role && roles.Contains(role))
                .SelectMany(binding => Field.From(binding.Body)["subjects"].Items)
                .Select(NameOf)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool Writes(Manifest role, string resource) =>
        Field
            .From(role.Body)["rules"]
            .Items.Any(rule => Has(rule["apiGroups"], Group, "*") && Has(rule["resources"], resource, "*") && Has(rule["verbs"], Writing));

    private static bool Has(Field list, params string[] any) => list.Items.Any(item => item.Text is { } text && any.Contains(text));

    private static (string Kind, string? Namespace, string Name)? RoleOf(Manifest binding)
    {
        var role = Field.From(binding.Body)["roleRef"];
        return role["name"].Text is { } name
            ? role["kind"].Text == "Role"
                ? ("Role", binding.Namespace, name)
                : ("ClusterRole", null, name)
            : null;
    }

    private static string NameOf(Field subject) =>
        subject["kind"].Text == "ServiceAccount"
            ? $"ServiceAccount {subject["namespace"].Text}/{subject["name"].Text}"
            : $"{subject["kind"].Text} {subject["name"].Text}";
}
