using System.Globalization;
using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>The ports of pods at their own addresses, which whoever is in their network may connect to, past every Service and
/// route.</summary>
internal static class PodPorts
{
    /// <summary>The workloads of a network and their ports, but for those that take nothing but mTLS.</summary>
    public static IEnumerable<(Workload Workload, int Port, int? Unlike)> Of(Snapshot snapshot, string client) =>
        from name in snapshot.ClusterNames
        where snapshot.Hiding(name) is null
        let controlPlane = snapshot.ControlPlaneOf(name)
        from workload in snapshot.Cluster(name).Workloads
        where workload is { IsGateway: false, MayBeGateway: false, Unreadable: null } && workload.Kind != "WorkloadEntry"
        where IsInReach(snapshot, client, workload)
        let rules = controlPlane.Policies.Of(workload)
        from port in PortsOf(snapshot.Cluster(name), workload, rules)
        where !IsMutualAlone(workload, rules, port)
        let unlike = IsNamedAlone(snapshot.Cluster(name), workload, port) ? NothingSpeaksOf(rules) : (int?)null
        select (workload, port, unlike);

    // Clusters whose networks have no name are one network as far as one of them is given the addresses of the other's pods.
    private static bool IsInReach(Snapshot snapshot, string client, Workload workload)
    {
        var own = snapshot.Cluster(client).Mesh.Network;
        return own.Length > 0 && workload.Network.Length > 0
            ? own == workload.Network
            : workload.Cluster == client
                || snapshot.Registry(snapshot.ControlPlaneOf(client).Name).Clusters.Any(one => one.Name == workload.Cluster);
    }

    // Plain text is refused without a look at who sends it.
    private static bool IsMutualAlone(Workload workload, WorkloadRules rules, int port) =>
        workload is { Sidecar: SidecarPresence.Present, Redirection.IsOff: false }
        && workload.Redirection.Inbound(port).IsTaken == true
        && rules.Modes.Of(port).Mode == MutualTlsMode.Strict;

    private static bool IsNamedAlone(ClusterSnapshot cluster, Workload workload, int port) =>
        !workload.Ports.Values.Contains(port)
        && !cluster.ServicesOf(workload).SelectMany(service => service.Ports).Any(one => one.Target.On(workload) == port);

    private static int NothingSpeaksOf(WorkloadRules rules) =>
        Named(rules).ToHashSet() is var named ? Enumerable.Range(1, ushort.MaxValue).First(port => !named.Contains(port)) : 0;

    /// <summary>The ports that Services, its own template or, where that names none, its policies say of a workload.</summary>
    public static IEnumerable<int> PortsOf(ClusterSnapshot cluster, Workload workload, WorkloadRules rules)
    {
        var ports = cluster
            .ServicesOf(workload)
            .SelectMany(service => service.Ports)
            .Where(port => port.Protocol != ServiceProtocol.Kind.Udp)
            .ToArray();
        var served = ports.Select(port => port.Target.On(workload)).OfType<int>().Concat(workload.Ports.Values);
        return (workload.Ports.Count > 0 ? served : served.Concat(Named(rules).Where(number => ports.All(port => port.Number != number))))
            .Distinct()
            .Order();
    }

    // A policy that names a port of the Service instead of the pod's opens nothing.
    private static IEnumerable<int> Named(WorkloadRules rules) =>
        NamedBy(rules.Policies.Where(policy => policy.Action == AuthorizationAction.Allow));

    /// <summary>The ports that policies ask for.</summary>
    public static IEnumerable<int> NamedBy(IEnumerable<AuthorizationPolicyConfig> policies) =>
        policies
            .SelectMany(policy => policy.Rules)
            .SelectMany(rule => rule.Operations.SelectMany(operation => operation).Concat(rule.Conditions))
            .Where(test => test.Attribute == RequestAttribute.Port)
            .SelectMany(test => test.Values)
            .Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number > 0);
}
