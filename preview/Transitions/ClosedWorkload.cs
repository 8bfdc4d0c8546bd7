using System.Collections.Immutable;
using MeshStack.Definition.Intents;

namespace MeshStack.Preview.Transitions;

/// <summary>A workload that is closed to whoever no access lets in, by the policy of a service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Cluster">The cluster that it is in; null where that is not known.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Labels">The labels by which the policy selects it.</param>
internal sealed record ClosedWorkload(string Service, string? Cluster, string Namespace, ImmutableSortedDictionary<string, string> Labels)
{
    private const string Suffix = "-" + InboundServicePlanner.AllowNothingPolicy;

    /// <summary>The labels as a selector of kubectl.</summary>
    public string Selector => string.Join(',', Labels.Select(l => $"{l.Key}={l.Value}"));

    /// <summary>What the services of a plan close, and what they say is closed by other means.</summary>
    public static ImmutableArray<ClosedWorkload> Of(IEnumerable<DeclaredServer> servers) =>
        [
            .. servers.Select(s => new ClosedWorkload(
                s.Component,
                s.Cluster,
                s.Namespace,
                s.Selector.ToImmutableSortedDictionary(StringComparer.Ordinal)
            )),
        ];

    /// <summary>What the policies in the state of a stack close.</summary>
    /// <param name="resources">What the stack is made of.</param>
    /// <param name="clusterOf">The cluster of a service.</param>
    public static ImmutableArray<ClosedWorkload> Of(IEnumerable<StackResource> resources, Func<string, string?> clusterOf) =>
        [
            .. from policy in resources
            where policy.Type.EndsWith(":AuthorizationPolicy", StringComparison.Ordinal)
            where policy.ParentType == "meshstack:index:InboundService" && policy.Name.EndsWith(Suffix, StringComparison.Ordinal)
            let home = policy.Text("metadata", "namespace")
            let labels = policy.Texts("spec", "selector", "matchLabels")
            where home is not null && !labels.IsEmpty
            let service = policy.Name[..^Suffix.Length]
            select new ClosedWorkload(service, clusterOf(service), home, labels),
        ];
}
