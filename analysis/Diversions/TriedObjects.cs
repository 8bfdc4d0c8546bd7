using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Diversions;

/// <summary>Each object that somebody could write is tried out in each namespace of a snapshot.</summary>
/// <remarks>Namespaces that nothing tells apart are alike, and one of them is tried out for all; every object is tried out for all
/// callers at once, and its snapshot is let go of before the next one. So a name takes as many snapshots as there are kinds of objects
/// and of namespaces.</remarks>
internal sealed class TriedObjects(SnapshotSources sources, Snapshot snapshot, AccessMatrix matrix)
{
    private readonly FreeNames _free = FreeNames.From(sources, matrix);

    /// <summary>Those of some calls that an object of a kind takes, or may take.</summary>
    public IEnumerable<(ProbedCalls Calls, InterceptedCalls Intercepted)> By(string kind, IReadOnlyCollection<ProbedCalls> calls)
    {
        var plans = calls.Select(one => (Calls: one, Alike: AlikeNamespaces.Of(snapshot, matrix, one, _free.Namespace))).ToArray();
        var outcomes = Outcomes(kind, plans);
        foreach (var (one, alike) in plans)
        {
            var (taken, later) = (
                alike.Known.Where(other => !outcomes[(one, other.TriedAs)].IsNo).ToArray(),
                outcomes[(one, _free.Namespace)]
            );
            if (taken.Length > 0 || !later.IsNo)
            {
                yield return (
                    one,
                    new(
                        one.Cluster,
                        one.From,
                        one.Host,
                        one.Port,
                        kind,
                        [.. taken.Select(other => other.Namespace)],
                        !later.IsNo,
                        !later.IsYes && taken.All(other => !outcomes[(one, other.TriedAs)].IsYes)
                    )
                );
            }
        }
    }

    private Dictionary<(ProbedCalls Calls, string Namespace), Certainty> Outcomes(
        string kind,
        IEnumerable<(ProbedCalls Calls, AlikeNamespaces Alike)> plans
    )
    {
        Dictionary<(ProbedCalls Calls, string Namespace), Certainty> outcomes = [];
        foreach (var same in plans.GroupBy(plan => (plan.Calls.ControlPlane, plan.Calls.Host, plan.Calls.Port, plan.Calls.Protocol)))
        {
            var plane = snapshot.Cluster(same.Key.ControlPlane);
            string[] clients = [.. NamespacesOf(plane.Name)];
            string[] gateways = [.. GatewaysOf(plane.Name)];
            foreach (
                var tries in same.SelectMany(plan => plan.Alike.Tried.Select(ns => (plan.Calls, Namespace: ns)))
                    .GroupBy(one => one.Namespace, one => one.Calls, StringComparer.Ordinal)
            )
            {
                foreach (var hosts in ProbedHosts.Of(kind, plane, same.Key.Host, tries.Key))
                {
                    var left = tries.Where(one => !outcomes.TryGetValue((one, tries.Key), out var known) || !known.IsYes).ToArray();
                    if (left.Length == 0)
                    {
                        break;
                    }

                    var probe = ProbeObjects.Of(kind, left[0], hosts, tries.Key, _free.Name, gateways, clients);
                    var tried = Snapshot.From(sources with { Manifests = [.. sources.Manifests, probe] });
                    var counts = tried.Cluster(plane.Name).Objects.Of(kind, tries.Key).Any(one => one.Name == _free.Name);
                    foreach (var one in left)
                    {
                        var taken = counts ? IsTaken(tried, one) : Certainty.Unknown($"the {kind} is refused");
                        outcomes[(one, tries.Key)] = taken.IsNo ? outcomes.GetValueOrDefault((one, tries.Key), taken) : taken;
                    }
                }
            }
        }

        return outcomes;
    }

    private IEnumerable<string> GatewaysOf(string controlPlane) =>
        snapshot.Cluster(controlPlane).Gateways.Select(gateway => gateway.Name).Distinct(StringComparer.Ordinal);

    // What is exported to a namespace by name comes before what is exported to all.
    private IEnumerable<string> NamespacesOf(string controlPlane) =>
        snapshot
            .ClusterNames.Where(cluster => snapshot.ControlPlaneOf(cluster).Name == controlPlane)
            .SelectMany(cluster => snapshot.Cluster(cluster).Workloads.Select(workload => workload.Namespace))
            .Concat(matrix.Cells.Select(cell => cell.Caller.Namespace).OfType<string>())
            .Where(FreeNames.IsLegal)
            .Append(_free.Client)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private Certainty IsTaken(Snapshot tried, ProbedCalls calls)
    {
        var taken = Certainty.No;
        foreach (var caller in calls.Callers.SelectMany(KindsOf))
        {
            var verdict = AccessEvaluator.Evaluate(
                tried,
                caller,
                new Request
                {
                    Host = calls.Host,
                    Port = calls.Port,
                    Protocol = calls.Protocol,
                }
            );
            // Where it is not known what the caller's proxy sees, it may see the object.
            if (verdict is Verdict.Undecided { Step: AccessStep.Visibility } hidden)
            {
                taken = Certainty.Unknown(hidden.Reason);
                continue;
            }

            if (verdict.Because.Concat(verdict.Trace.SelectMany(step => step.Because)).All(cause => cause.Name != _free.Name))
            {
                continue;
            }

            if (verdict is not Verdict.Undecided undecided)
            {
                return Certainty.Yes;
            }

            taken = Certainty.Unknown(undecided.Reason);
        }

        return taken;
    }

    // Workloads of one account may be told apart by their labels, and some may have no sidecar.
    private IEnumerable<Caller> KindsOf(AccessCaller caller)
    {
        if (caller.IsOutside)
        {
            return [new Caller.Outside(caller.Cluster)];
        }

        var asks = new Caller.InMesh(
            caller.Cluster,
            FreeNames.IsLegal(caller.Namespace!) ? caller.Namespace! : _free.Client,
            caller.ServiceAccount!
        );
        IReadOnlyDictionary<string, string>[] labels =
        [
            .. CallingWorkloads
                .Of(snapshot, asks)
                .Workloads.Select(workload => workload.Labels)
                .DistinctBy(one => string.Join('\n', one.Select(label => $"{label.Key}={label.Value}").Order(StringComparer.Ordinal))),
        ];
        return labels.Length < 2 ? [asks] : labels.Select(one => asks with { Labels = one });
    }
}
