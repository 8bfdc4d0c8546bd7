using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Findings;

/// <summary>Names that policies give one caller and that callers of several clusters have: by one trust domain, or by aliases.</summary>
internal static class MergedIdentities
{
    private const int MostNamed = 3;

    public static IEnumerable<Finding> Of(FindingSubject subject, GovernedControlPlane controlPlane)
    {
        var merged =
            from policy in controlPlane.ControlPlane.Policies.All
            from value in policy
                .Manifest.Spec["rules"]
                .Items.SelectMany(rule => rule["from"].Items)
                .SelectMany(source => source["source"]["principals"].Items)
            where value.Text is { Length: > 0 } text && !Mask.IsIn(text) && !text.Contains('*', StringComparison.Ordinal)
            let callers = subject
                .Identities.Within(
                    TextSet.Union(TrustDomainAliases.InPrincipals([value.Text!], controlPlane.ControlPlane.Mesh).Select(TextSet.Istio))
                )
                .SelectMany(known =>
                    known.Workloads.Select(workload =>
                        (known.Principal, workload.Cluster, Account: $"{workload.Namespace}/{workload.ServiceAccount}")
                    )
                )
                .Distinct()
                .ToArray()
            let clusters = string.Join(
                ", ",
                callers.Select(caller => caller.Cluster).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            )
            where clusters.Contains(',', StringComparison.Ordinal)
            group (
                Value: value,
                Policy: policy,
                callers[0].Account,
                IsByAlias: callers.Select(caller => caller.Principal).Distinct(StringComparer.Ordinal).Skip(1).Any()
            ) by clusters;
        foreach (var alike in merged)
        {
            // One sentence for a pair of clusters: where trust is shared, every policy says it.
            var (value, policy, account, isByAlias) = alike.First();
            var others = alike
                .Select(one => one.Account)
                .Distinct(StringComparer.Ordinal)
                .Where(one => one != account)
                .Order(StringComparer.Ordinal)
                .ToArray();
            var more =
                others.Length == 0 ? "" : $"; so it is with {string.Join(", ", others.Take(MostNamed))}{More(others.Length - MostNamed)}";
            yield return FindingSubject.Finding(
                isByAlias ? Severity.Warning : Severity.Info,
                AccessFindingCodes.IdentitiesMerged,
                policy.Manifest,
                value.Path,
                $"\"{value.Text}\" is {account} of each of the clusters {alike.Key}, because they "
                    + $"{(isByAlias ? "take one another's trust domain for their own" : "have one trust domain")}{more}."
            );
        }
    }

    private static string More(int number) => number > 0 ? FormattableString.Invariant($" and {number} more") : "";
}
