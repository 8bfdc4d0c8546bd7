using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Findings;

/// <summary>Rules for callers that exist, none of whose requests gets as far as the workload.</summary>
/// <remarks>Said only where every one that is tried fails for certain: the matrix says that none comes, the evaluation says why.</remarks>
internal static class UnreachedRules
{
    private const int MostCallers = 8;

    public static IEnumerable<Finding> Of(FindingSubject subject, PolicyPorts policy)
    {
        foreach (
            var rule in policy.Policy.Rules.Where(rule =>
                !AsksForServerNames(rule) && !subject.Matrix.Coverage.IsReached(ConfigLocation.From(policy.Policy, rule))
            )
        )
        {
            Verdict[] verdicts = [.. policy.Ports.SelectMany(port => Tried(subject, port, port.AtMost(rule, policy.Action)))];
            if (verdicts.Length > 0 && verdicts.All(verdict => verdict is Verdict.Denied or Verdict.Unreachable))
            {
                var first = verdicts[0];
                yield return policy.Finding(
                    Severity.Warning,
                    AccessFindingCodes.RuleUnreached,
                    $"spec.rules[{rule.Index}]",
                    $"No request that the rule is for gets to {policy.Workloads()}: "
                        + $"{first.Reason}{(first.Because.Count > 0 ? $" ({first.Because[0]})" : "")}."
                );
            }
        }
    }

    private static IEnumerable<Verdict> Tried(FindingSubject subject, PortRules port, RequestSet requests)
    {
        if (requests.IsEmpty || IsUndecided(subject, port.Workload))
        {
            return [];
        }

        var callers = subject
            .Identities.Within(requests.Callers)
            .SelectMany(known => known.Workloads.Select(workload => (known.Principal, Workload: workload)))
            .Where(known => !known.Workload.IsGateway && known.Workload.Sidecar != SidecarPresence.Absent)
            .DistinctBy(known => (known.Principal, known.Workload.Cluster))
            .Take(MostCallers);
        return from known in callers
            from service in subject.Snapshot.Cluster(port.Workload.Cluster).ServicesOf(port.Workload)
            from one in service.Ports
            where one.Protocol != ServiceProtocol.Kind.Udp && one.Target.On(port.Workload) == port.Port
            let sample = requests.Of(known.Principal).Witness()
            where sample is not null
            select AccessEvaluator.Evaluate(
                subject.Snapshot,
                new Caller.InMesh(known.Workload.Cluster, known.Workload.Namespace, known.Workload.ServiceAccount),
                sample.AsRequest(service.Host, one.Number, SymbolicQuestion.ProtocolsOf(one.Protocol)[0])
            );
    }

    // What is tried are services by their names, and no other server name than theirs.
    private static bool AsksForServerNames(AuthorizationRule rule) =>
        rule.Operations.SelectMany(operation => operation).Concat(rule.Conditions).Any(test => test.Attribute == RequestAttribute.Sni);

    private static bool IsUndecided(FindingSubject subject, Workload workload)
    {
        var services = subject
            .Snapshot.Cluster(workload.Cluster)
            .ServicesOf(workload)
            .Select(service => service.Name)
            .ToHashSet(StringComparer.Ordinal);
        return subject
            .CellsOf(workload.Cluster, workload.Namespace)
            .Any(cell => services.Contains(cell.Target.Service) && !cell.Requests.IsDecided);
    }
}
