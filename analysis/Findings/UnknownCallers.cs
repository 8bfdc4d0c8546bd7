using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Symbolic;

namespace MeshStack.Analysis.Findings;

/// <summary>Callers that rules name and no workload of the manifests is.</summary>
internal static class UnknownCallers
{
    private static readonly (string Field, RequestAttribute Attribute)[] Fields =
    [
        ("principals", RequestAttribute.Principal),
        ("notPrincipals", RequestAttribute.Principal),
        ("serviceAccounts", RequestAttribute.ServiceAccount),
        ("notServiceAccounts", RequestAttribute.ServiceAccount),
        ("namespaces", RequestAttribute.Namespace),
        ("notNamespaces", RequestAttribute.Namespace),
    ];

    public static IEnumerable<Finding> Of(FindingSubject subject, GovernedControlPlane controlPlane, AuthorizationPolicyConfig policy)
    {
        foreach (var (value, attribute) in Named(policy.Manifest.Spec))
        {
            if (
                value.Text is { Length: > 0 } name
                && !Placeholder.IsIn(name)
                && !Mask.IsIn(name)
                && !IsKnown(subject, controlPlane.ControlPlane.Mesh, policy, attribute, name)
            )
            {
                // A name that is nearly right is a slip; another one may be of a workload that is not among the manifests.
                var nearest = Nearest(subject, attribute, name);
                yield return FindingSubject.Finding(
                    nearest.Length > 0 ? Severity.Warning : Severity.Info,
                    AccessFindingCodes.CallerUnknown,
                    policy.Manifest,
                    value.Path,
                    $"No workload of the manifests is \"{name}\"{nearest}{(nearest.Length > 0 ? "" : ".")}"
                );
            }
        }
    }

    private static IEnumerable<(Field Value, RequestAttribute Attribute)> Named(Field spec) =>
        from rule in spec["rules"].Items
        from source in rule["from"].Items
        from field in Fields
        from value in source["source"][field.Field].Items
        select (value, field.Attribute);

    private static bool IsKnown(
        FindingSubject subject,
        MeshConfiguration mesh,
        AuthorizationPolicyConfig policy,
        RequestAttribute attribute,
        string name
    )
    {
        IReadOnlyList<string> values = attribute switch
        {
            RequestAttribute.Principal => TrustDomainAliases.InPrincipals([name], mesh),
            RequestAttribute.ServiceAccount when !name.Contains('/', StringComparison.Ordinal) =>
            [
                $"{policy.Manifest.Namespace ?? "default"}/{name}",
            ],
            _ => [name],
        };
        return subject.Identities.Within(AttributeTexts.Union(attribute, values)).Any();
    }

    private static string Nearest(FindingSubject subject, RequestAttribute attribute, string name)
    {
        var known = subject
            .Identities.Principals.Select(principal => principal.Split('/'))
            .Select(parts =>
                attribute switch
                {
                    RequestAttribute.Principal => string.Join('/', parts),
                    RequestAttribute.Namespace => parts[2],
                    _ when name.Contains('/', StringComparison.Ordinal) => $"{parts[2]}/{parts[4]}",
                    _ => parts[4],
                }
            );
        var distance = attribute == RequestAttribute.Principal ? MostOfPrincipal : MostOfName;
        return Spelling.Nearest(name, [.. known.Distinct(StringComparer.Ordinal)], distance);
    }

    private const int MostOfName = 2;

    private const int MostOfPrincipal = 3;
}
