using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Authorization;
using MeshStack.Analysis.Evaluation.Gateways;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Evaluation.Outbound;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Arrivals;

/// <summary>A connection that reaches a workload: its PeerAuthentications, the certificates, the token, its
/// AuthorizationPolicies.</summary>
internal static class WorkloadInbound
{
    public static Verdict Arrive(Snapshot snapshot, RequestContext context, Workload workload, int port, Connection connection)
    {
        if (workload.Sidecar == SidecarPresence.Unknown)
        {
            return context.Undecided(
                AccessStep.MutualTls,
                workload,
                $"{workload}: {workload.SidecarReason}",
                workload.Because(workload.SidecarReason)
            );
        }

        if (workload.Sidecar == SidecarPresence.Absent)
        {
            return Interception.Unchecked(
                context,
                workload,
                connection,
                $"{workload} has no sidecar",
                workload.Because($"it has no sidecar: {workload.SidecarReason}")
            );
        }

        var controlPlane = snapshot.ControlPlaneOf(workload.Cluster);
        var rules = controlPlane.Policies.Of(workload);
        if (rules.Scope.HiddenInbound is { } hidden && !workload.Redirection.IsOff)
        {
            return context.Undecided(AccessStep.MutualTls, workload, hidden);
        }

        var past = Interception.Passing(context, workload, rules.Scope, port, connection);
        if (
            connection.IsHbone
            && (
                past is not null
                || rules.Modes.Of(port).Mode == MutualTlsMode.Disable
                || rules.Scope.Sidecar?.Spec["ingress"].Items.Count > 0
            )
        )
        {
            var odd = $"the sidecar of {workload} takes HBONE, and what it makes of it on port {port} is not evaluated";
            return context.Undecided(AccessStep.MutualTls, workload, odd, workload.Because(odd));
        }

        if (past is not null)
        {
            return past;
        }

        if (rules.Extensions.FirstOrDefault(extension => extension.IsInbound) is { } changed)
        {
            return context.Undecided(AccessStep.Authorization, workload, changed.Reason, changed.Because);
        }

        if (rules.Scope.Sidecar is { } sidecar && sidecar.Spec["ingress"].Items.Any(listener => listener["tls"].Exists))
        {
            return context.Undecided(
                AccessStep.MutualTls,
                workload,
                "the TLS settings of a Sidecar's ingress are not evaluated",
                Cause.From(sidecar, "its ingress has tls")
            );
        }

        var mode = rules.Modes.Of(port);
        if (mode.Mode == MutualTlsMode.Disable && connection.IsMutualTls && TakesBytes(snapshot, workload, rules, port))
        {
            return Decide(
                snapshot,
                context.Took(AccessStep.MutualTls, workload, $"{mode.Reason}, and the port takes the client's TLS for bytes", mode.Because),
                workload,
                rules,
                port,
                new(ConnectionSecurity.Application, null, null),
                mode
            );
        }

        if (Refusal(context, workload, connection, mode) is { } refusal)
        {
            return refusal.IsRefusal
                ? context.Requests.Past(
                    Noted(refusal, context, rules.Modes, mode, connection, snapshot.Cluster(workload.Cluster), workload, port),
                    () => Taken(snapshot, context, workload, rules, port, connection, mode with { Mode = MutualTlsMode.Permissive })
                )
                : refusal;
        }

        return Taken(snapshot, context, workload, rules, port, connection, mode);
    }

    private static Verdict Taken(
        Snapshot snapshot,
        RequestContext context,
        Workload workload,
        WorkloadRules rules,
        int port,
        Connection connection,
        PortMode mode
    )
    {
        var taken = context.Took(
            AccessStep.MutualTls,
            workload,
            connection.IsMutualTls ? $"mTLS as {connection.Peer}" : $"no mTLS: {mode.Reason}",
            mode.Because
        );
        if (connection.IsMutualTls)
        {
            var (trusted, stop) = Trust(taken, connection, workload, snapshot.ControlPlaneOf(workload.Cluster));
            if (stop is not null)
            {
                return stop.IsRefusal
                    ? context.Requests.Past(stop, () => Decide(snapshot, taken, workload, rules, port, connection, mode))
                    : stop;
            }

            taken = trusted;
        }

        var decided = Decide(snapshot, taken, workload, rules, port, connection, mode);
        return !context.Requests.IsExplained ? decided : Closed(decided, context, workload, connection, mode);
    }

    private static Verdict Closed(Verdict decided, RequestContext context, Workload workload, Connection connection, PortMode mode) =>
        Closings.Add(
            decided,
            context,
            () =>
                !IsClosedByMutualTls(connection)
                    ? []
                    :
                    [
                        new(
                            AccessStep.MutualTls,
                            workload.ToString(),
                            "a PeerAuthentication with the mode STRICT: there is none",
                            mode.Because
                        ),
                    ]
        );

    // A client that goes by a PeerAuthentication would go by another one as well.
    private static bool IsClosedByMutualTls(Connection connection) =>
        connection.Security is ConnectionSecurity.Plaintext or ConnectionSecurity.Application
        && connection.Nameless.All(cause => cause.Kind != "PeerAuthentication");

    // Where somebody asks why: the PeerAuthentications behind the one that decides, what they say of ports that the workload does not have,
    // and what keeps the client from mTLS.
    private static Verdict Noted(
        Verdict refusal,
        RequestContext context,
        PeerAuthenticationModes modes,
        PortMode mode,
        Connection connection,
        ClusterSnapshot cluster,
        Workload workload,
        int port
    )
    {
        if (!context.Requests.IsExplained)
        {
            return refusal;
        }

        int[] ports =
        [
            .. cluster
                .ServicesOf(workload)
                .SelectMany(service => service.Ports)
                .Select(one => one.On(workload))
                .OfType<int>()
                .Concat(workload.Ports.Values)
                .Append(port)
                .Distinct()
                .Order(),
        ];
        Cause[] notes = [.. modes.Behind(mode, port), .. modes.WithoutEffect(ports), .. connection.Nameless];
        return notes.Length == 0 ? refusal : Obstacles.WithCauses(refusal, notes);
    }

    /// <summary>The step of the certificates, or the verdict where one end refuses the other.</summary>
    public static (RequestContext Context, Verdict? Stop) Trust(
        RequestContext context,
        Connection connection,
        Workload workload,
        ClusterSnapshot controlPlane
    )
    {
        var trust = TrustCheck.Check(connection, workload, controlPlane);
        return trust.IsAccepted switch
        {
            true => (
                context
                    .Assuming(trust.Assumption)
                    .Took(AccessStep.TrustDomain, workload, $"{connection.Peer!.TrustDomain} is accepted", trust.Because),
                null
            ),
            false => (context, context.Unreachable(AccessStep.TrustDomain, workload, trust.Reason!, trust.Because)),
            _ => (context, context.Undecided(AccessStep.TrustDomain, workload, trust.Reason!, trust.Because)),
        };
    }

    // Nothing looks for TLS where no mTLS is taken, so that it passes where HTTP is not asked for.
    // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/listener_inbound.go, getFilterChainMatchOptions.
    private static bool TakesBytes(Snapshot snapshot, Workload workload, WorkloadRules rules, int port)
    {
        var cluster = snapshot.Cluster(workload.Cluster);
        return (IngressListeners.ProtocolOf(rules.Scope, port) ?? ServerProtocol.Of(cluster, workload, port)) != ServiceProtocol.Kind.Http
            && cluster.HiddenInFront(workload) is null
            && ServerProtocol.Contested(cluster, workload, port) is not { Count: > 0 };
    }

    private static Verdict? Refusal(RequestContext context, Workload workload, Connection connection, PortMode mode) =>
        (mode.Mode, connection.Security) switch
        {
            (MutualTlsMode.Unknown, _) => context.Undecided(AccessStep.MutualTls, workload, mode.Reason, mode.Because),
            (MutualTlsMode.Strict, ConnectionSecurity.Mutual) => context.Undecided(
                AccessStep.MutualTls,
                workload,
                "the client shows a certificate of its own, which nothing tells about",
                mode.Because
            ),
            (MutualTlsMode.Strict, not ConnectionSecurity.IstioMutual) => context.Denied(
                AccessStep.MutualTls,
                workload,
                $"{mode.Reason}, and the client does not use mTLS",
                mode.Because
            ),
            (MutualTlsMode.Disable, ConnectionSecurity.IstioMutual) => context.Unreachable(
                AccessStep.MutualTls,
                workload,
                $"{mode.Reason}, and the client uses mTLS",
                mode.Because
            ),
            _ => null,
        };

    private static Verdict Decide(
        Snapshot snapshot,
        RequestContext context,
        Workload workload,
        WorkloadRules rules,
        int port,
        Connection connection,
        PortMode mode
    )
    {
        var listener = IngressListeners.ProtocolOf(rules.Scope, port);
        if (listener is null && snapshot.Cluster(workload.Cluster).HiddenInFront(workload) is { } unreadable)
        {
            return context.Undecided(AccessStep.Authorization, workload, unreadable);
        }

        if (listener is null && ServerProtocol.Contested(snapshot.Cluster(workload.Cluster), workload, port) is { Count: > 0 } contested)
        {
            return context.Undecided(
                AccessStep.Authorization,
                workload,
                $"Services take port {port} of {workload} for several protocols, and nothing says which is the oldest",
                contested
            );
        }

        var protocol = listener ?? ServerProtocol.Of(snapshot.Cluster(workload.Cluster), workload, port);
        var isEncrypted = connection.Security is ConnectionSecurity.Application or ConnectionSecurity.Simple or ConnectionSecurity.Mutual;
        if (protocol == ServiceProtocol.Kind.Http && (context.Readable is null || isEncrypted))
        {
            return context.Unreachable(
                AccessStep.Authorization,
                workload,
                $"port {port} of {workload} speaks HTTP, and the client does not",
                workload.Because($"port {port} is HTTP")
            );
        }

        var http = protocol is ServiceProtocol.Kind.Http or ServiceProtocol.Kind.Detected && !isEncrypted ? context.Readable : null;
        var arrival = new Arrival
        {
            Peer = connection.Peer,
            WhyNameless = connection.WhyNameless,
            IsMutualTls = connection.IsMutualTls,
            // Where no mTLS is taken, nothing looks for a server name either.
            // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/listener_inbound.go, buildTLSInspector.
            Sni = mode.Mode == MutualTlsMode.Disable ? null : connection.Sni,
            Port = port,
            Http = http,
            SourceAddress = context.SourceAddress,
            RemoteAddress =
                context.RemoteAddress
                ?? (
                    context.Gateways is null && (http?.Header(Arrival.ForwardedFor) ?? default) is { Value: null, Unknown: null }
                        ? context.SourceAddress
                        : null
                ),
            DestinationAddress = workload.PodAddress,
        };
        return ProxyPolicies.Apply(
            context,
            workload,
            rules,
            arrival,
            (passed, why) => passed.Allowed(AccessStep.Authorization, workload, why.Reason, why.Because)
        );
    }
}
