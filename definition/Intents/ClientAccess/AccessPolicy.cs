using System.Globalization;
using MeshStack.Definition.Istio;

namespace MeshStack.Definition.Intents;

/// <summary>The ALLOW policy of an access, at the proxy that decides: the workload's sidecar, or the gateway in front of a workload
/// without one.</summary>
internal static class AccessPolicy
{
    /// <summary>Annotation of the policy: the last day on which the callers need it.</summary>
    public const string UntilMark = "meshstack/until";

    /// <summary>Where the policy stands.</summary>
    public static string NamespaceFor(InboundServiceIntent service) =>
        service.Sidecar ? service.Namespace : service.ControlPlane.EastWest!.Namespace;

    /// <summary>The policy of an access that has been checked.</summary>
    public static AuthorizationPolicySpec For(ClientAccessIntent access)
    {
        var service = access.Service;
        var rules = Operations(access)
            .Select(operations => new AuthorizationRule
            {
                From = [new() { Source = Source(access) }],
                To = [.. operations.Select(operation => new AuthorizationTo { Operation = operation })],
                When = service.Sidecar ? [] : [new() { Key = "connection.sni", Values = [service.ImportedHost] }],
            });
        return new()
        {
            Selector = new() { MatchLabels = service.Sidecar ? service.Selector : service.ControlPlane.EastWest!.Selector },
            Action = AuthorizationAction.Allow,
            Rules = [.. rules],
        };
    }

    private static AuthorizationSource Source(ClientAccessIntent access)
    {
        switch (access.Type)
        {
            case ClientTypes.Istio:
                return new()
                {
                    Principals =
                    [
                        .. access
                            .ToEach.Select(one => one.ControlPlane!.Cluster.Principal(one.Namespace!, one.ServiceAccount))
                            .Distinct(StringComparer.Ordinal)
                            .Order(StringComparer.Ordinal),
                    ],
                };
            case ClientTypes.Kubernetes:
                // Whoever shows an identity is not this caller: the gateways' own addresses are pod addresses too, and all who come through
                // them would pass.
                return new() { IpBlocks = access.Cidrs, NotPrincipals = ["*"] };
            default:
                // The workload sees the gateway's identity; the client's address arrives in X-Forwarded-For, which the gateway wrote.
                return new()
                {
                    Principals = [.. Ingresses(access.Service).Distinct(StringComparer.Ordinal)],
                    RemoteIpBlocks = access.Cidrs,
                };
        }
    }

    // A gateway calls what it finds, in other clusters too.
    private static IEnumerable<string> Ingresses(InboundServiceIntent service) =>
        service
            .Places.Select(place => place.ControlPlane)
            .Where(cluster => cluster.Cluster.Name == service.ControlPlane.Cluster.Name || service.IsFoundBy(cluster))
            .Select(cluster => (cluster.Cluster, Gateway: cluster.Ingress))
            .Where(one => one.Gateway is not null)
            .Select(one => one.Cluster.Principal(one.Gateway!.Namespace, one.Gateway.ServiceAccount));

    // On ports of TCP, Istio leaves out a whole rule that says anything of HTTP: they have a rule of their own.
    private static IEnumerable<IReadOnlyList<AuthorizationOperation>> Operations(ClientAccessIntent access) =>
        access.Access.Count == 0
            ? [Operations(access, [new()])]
            : access
                .Access.GroupBy(rule => access.PortOf(rule)?.IsHttp != false)
                .OrderByDescending(rules => rules.Key)
                .Select(rules => Operations(access, rules));

    private static List<AuthorizationOperation> Operations(ClientAccessIntent access, IEnumerable<AccessRule> rules)
    {
        var operations = rules
            .Select(rule => new AuthorizationOperation
            {
                Methods = Named(rule.Methods),
                Paths = Named(rule.Paths),
                Ports = Ports(access, rule),
            })
            .ToList();

        // One rule without conditions allows everything: the others add nothing, and Istio rejects an empty operation.
        return operations.Any(o => o.Methods.Count + o.Paths.Count + o.Ports.Count == 0) ? [] : operations;
    }

    // Ports in a policy are the workload's; a gateway's own port says nothing about the service.
    private static IReadOnlyList<string> Ports(ClientAccessIntent access, AccessRule rule) =>
        access.Service.Sidecar && access.PortOf(rule)?.PolicyPort is { } port ? [port.ToString(CultureInfo.InvariantCulture)] : [];

    private static IReadOnlyList<string> Named(IReadOnlyList<string> values) => values.Contains("*") ? [] : values;
}
