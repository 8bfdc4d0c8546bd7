using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Gateways;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Findings;

/// <summary>What rules match on one port of a workload, whoever calls.</summary>
internal sealed class PortRules
{
    private static readonly HttpRequest AnyRequest = HttpRequest.From(new Request { Host = SampleRequest.AnyHost })!;

    private readonly SymbolicRules _rules;

    public PortRules(Snapshot snapshot, Workload workload, int port)
    {
        var rules = snapshot.ControlPlaneOf(workload.Cluster).Policies.Of(workload);
        (Workload, Port, Mode) = (workload, port, workload.IsGateway ? MutualTlsMode.Permissive : rules.Modes.Of(port).Mode);
        IsHttp = workload.IsGateway
            ? GatewayServers.On(snapshot, snapshot.ControlPlaneOf(workload.Cluster), workload, port).Servers is var servers
                && (servers.Count == 0 || servers.Any(server => server.IsHttp))
            : (IngressListeners.ProtocolOf(rules.Scope, port) ?? ServerProtocol.Of(snapshot.Cluster(workload.Cluster), workload, port))
                is ServiceProtocol.Kind.Http
                    or ServiceProtocol.Kind.Detected;
        AreTokensRead = rules.Tokens.Count > 0;
        var peer =
            Mode == MutualTlsMode.Disable ? null : new Identity(SymbolicRequest.Anyone, SymbolicRequest.Anyone, SymbolicRequest.Anyone);
        _rules = new(
            new()
            {
                Peer = peer,
                IsMutualTls = peer is not null,
                Port = port,
                Http = IsHttp ? AnyRequest : null,
            },
            new(RequestBounds.Everything),
            AreTokensRead
        );
    }

    public Workload Workload { get; }

    public int Port { get; }

    public MutualTlsMode Mode { get; }

    public bool IsHttp { get; }

    public bool AreTokensRead { get; }

    /// <summary>The requests that a rule may match, whatever hosts and addresses turn out to be.</summary>
    public RequestSet AtMost(AuthorizationRule rule, AuthorizationAction action) =>
        rule.On(!IsHttp, action == AuthorizationAction.Allow) is { } enforced
            ? _rules
                .Of(
                    enforced with
                    {
                        Sources = [.. enforced.Sources.Select(Told)],
                        Operations = [.. enforced.Operations.Select(Told)],
                        Conditions = Told(enforced.Conditions),
                    },
                    isAllow: false
                )!
                .Possible
            : RequestSet.Nothing;

    /// <summary>The requests that a rule matches in any case.</summary>
    public RequestSet AtLeast(AuthorizationRule rule, AuthorizationAction action) =>
        rule.Sources.Concat(rule.Operations).SelectMany(tests => tests).Concat(rule.Conditions).All(IsTold)
        && _rules.Of(rule, action == AuthorizationAction.Allow) is { } match
            ? match.Certain
            : RequestSet.Nothing;

    private static AttributeTest[] Told(IReadOnlyList<AttributeTest> tests) => [.. tests.Where(IsTold)];

    // Hosts, server names and addresses are the request's own, and there is none here.
    private static bool IsTold(AttributeTest test) =>
        test.Attribute
            is not (
                RequestAttribute.Host
                or RequestAttribute.Sni
                or RequestAttribute.SourceIp
                or RequestAttribute.RemoteIp
                or RequestAttribute.DestinationIp
                or RequestAttribute.EnvoyFilter
            );
}
