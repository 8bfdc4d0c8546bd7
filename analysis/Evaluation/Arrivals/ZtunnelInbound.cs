using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Evaluation.Authorization;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Arrivals;

/// <summary>A connection that reaches a pod in ambient mode: ztunnel asks PeerAuthentications, the client's certificate, and what it is
/// sent of AuthorizationPolicies, of which it reads no HTTP.</summary>
/// <remarks>Source: assert_rbac in src/state.rs, and src/rbac.rs, of istio/ztunnel.</remarks>
internal static class ZtunnelInbound
{
    public static Verdict Arrive(Snapshot snapshot, RequestContext context, Workload workload, int port, Connection connection)
    {
        var controlPlane = snapshot.ControlPlaneOf(workload.Cluster);
        if (controlPlane.Name != workload.Cluster)
        {
            return context.Undecided(AccessStep.MutualTls, workload, Remote(workload), workload.Because(Remote(workload)));
        }

        var assumed = context.Assuming(workload.Capture!.Assumption);
        var rules = controlPlane.Policies.Of(workload);

        // What a node's own sockets send to its pods is taken for probes.
        // Source: https://github.com/istio/istio/blob/1.31.0-rc.0/cni/pkg/iptables/iptables.go.
        return !connection.IsFromNode
            ? Asked(assumed, controlPlane, workload, rules, port, connection)
            : assumed.Requests.Join([
                ("a pod of another node", Asked(assumed, controlPlane, workload, rules, port, connection)),
                (
                    "a pod of the caller's own node",
                    assumed.Allowed(
                        AccessStep.Authorization,
                        workload,
                        "what comes from the network of its own node passes ztunnel by",
                        workload.Because("its node's own connections are taken for probes")
                    )
                ),
            ]);
    }

    /// <summary>Why nothing is said of a workload of a cluster that another one's istiod serves.</summary>
    public static string Remote(Workload workload) =>
        $"{workload.Cluster} is served by the istiod of another cluster, which ambient mode does not support";

    private static Verdict Asked(
        RequestContext context,
        ClusterSnapshot controlPlane,
        Workload workload,
        WorkloadRules rules,
        int port,
        Connection connection
    )
    {
        if (connection is { IsMutualTls: true, IsHbone: false })
        {
            return context.Unreachable(
                AccessStep.MutualTls,
                workload,
                $"ztunnel takes no mTLS of {workload} but HBONE, and the client uses it",
                workload.Because(workload.SidecarReason)
            );
        }

        var mode = rules.Modes.Of(port);
        return mode.Mode switch
        {
            MutualTlsMode.Unknown => context.Undecided(AccessStep.MutualTls, workload, mode.Reason, mode.Because),
            MutualTlsMode.Strict when !connection.IsHbone => context.Requests.Past(
                context.Denied(
                    AccessStep.MutualTls,
                    workload,
                    $"{mode.Reason}, and the client has no identity",
                    [.. mode.Because, .. context.Requests.IsExplained ? connection.Nameless : []]
                ),
                () => Trusted(context, controlPlane, workload, rules, port, connection, mode)
            ),
            _ => Trusted(context, controlPlane, workload, rules, port, connection, mode),
        };
    }

    // Unlike Envoy, it takes no certificate of a trust domain but its own.
    // Source: server_config in src/tls/certificate.rs of istio/ztunnel.
    private static Verdict Trusted(
        RequestContext context,
        ClusterSnapshot controlPlane,
        Workload workload,
        WorkloadRules rules,
        int port,
        Connection connection,
        PortMode mode
    )
    {
        if (!connection.IsHbone)
        {
            return Decide(
                context.Took(AccessStep.MutualTls, workload, $"no identity: {mode.Reason}", mode.Because),
                workload,
                rules,
                port,
                connection
            );
        }

        var (peer, own) = (connection.Peer!, controlPlane.Mesh);
        if (own.HiddenTrustDomain is { } hidden)
        {
            return context.Undecided(AccessStep.TrustDomain, workload, hidden);
        }

        var taken = context.Took(AccessStep.MutualTls, workload, $"HBONE as {peer}", mode.Because);
        return peer.TrustDomain == own.TrustDomain
            ? Decide(taken, workload, rules, port, connection)
            : context.Requests.Past(
                context.Unreachable(
                    AccessStep.TrustDomain,
                    workload,
                    $"ztunnel takes certificates of {own.TrustDomain} alone, and the client's is of {peer.TrustDomain}",
                    Cause.Mesh(controlPlane.Name, $"trustDomain is {own.TrustDomain}")
                ),
                () => Decide(taken, workload, rules, port, connection)
            );
    }

    private static Verdict Decide(RequestContext context, Workload workload, WorkloadRules rules, int port, Connection connection) =>
        ProxyPolicies.Apply(
            context,
            workload,
            rules,
            new()
            {
                Peer = connection.IsHbone ? connection.Peer : null,
                WhyNameless = connection.WhyNameless,
                IsMutualTls = connection.IsHbone,
                Port = port,
                SourceAddress = context.SourceAddress,
                DestinationAddress = workload.PodAddress,
            },
            (passed, why) => passed.Allowed(AccessStep.Authorization, workload, why.Reason, why.Because)
        );
}
