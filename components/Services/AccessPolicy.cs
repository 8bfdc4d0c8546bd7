using MeshStack.Istio;
using Pulumi;

namespace MeshStack;

/// <summary>The ALLOW policy of one caller, at the proxy that decides: the workload's sidecar, or the gateway in front of a workload without one.</summary>
internal static class AccessPolicy
{
    public static string Namespace(InboundServiceArgs service)
        => service.Sidecar ? service.Namespace : service.ControlPlane.EastWest!.Namespace;

    public static AuthorizationPolicySpecArgs For(ClientAccessArgs access)
    {
        var service = access.Service.Args;
        var rule = new AuthorizationRuleArgs { From = new AuthorizationFromArgs { Source = Source(access, service) } };
        if (Operations(access, service) is { Count: > 0 } operations)
        {
            rule.To = operations.Select(o => new AuthorizationToArgs { Operation = o }).ToArray();
        }

        if (!service.Sidecar)
        {
            rule.When = new AuthorizationConditionArgs { Key = "connection.sni", Values = { service.ImportedHost } };
        }

        return new()
        {
            Selector = new MatchLabelsSelectorArgs
            {
                MatchLabels = service.Sidecar ? service.Selector : new Dictionary<string, string> { ["istio"] = service.ControlPlane.EastWest!.Label },
            },
            Action = AuthorizationAction.Allow,
            Rules = rule,
        };
    }

    private static AuthorizationSourceArgs Source(ClientAccessArgs access, InboundServiceArgs service)
    {
        var source = new AuthorizationSourceArgs();
        switch (access.Type)
        {
            case ClientTypes.Istio:
                source.Principals = access.ControlPlane!.Cluster.Principal(access.Namespace!, access.ServiceAccount);
                break;
            case ClientTypes.Kubernetes:
                // Whoever shows an identity is not this caller: the gateways' own addresses are pod addresses too, and all who come through them would pass.
                source.IpBlocks = access.Cidrs;
                source.NotPrincipals = "*";
                break;
            default:
                // The workload sees the gateway's identity; the client's address arrives in X-Forwarded-For, which the gateway wrote.
                var ingress = service.ControlPlane.Ingress!;
                source.Principals = service.ControlPlane.Cluster.Principal(ingress.Namespace, ingress.Name);
                if (access.Cidrs.Count > 0)
                {
                    source.RemoteIpBlocks = access.Cidrs;
                }

                break;
        }

        return source;
    }

    private static List<AuthorizationOperationArgs> Operations(ClientAccessArgs access, InboundServiceArgs service)
    {
        // Ports in a policy are the workload's; a gateway's own port says nothing about the service.
        var port = service.Sidecar ? service.TargetPort : null;
        var operations = new List<AuthorizationOperationArgs>();
        foreach (var rule in access.Access.Count > 0 ? access.Access : [new()])
        {
            var operation = new AuthorizationOperationArgs();
            var (methods, paths) = (Named(rule.Methods), Named(rule.Paths));
            if (methods.Count > 0)
            {
                operation.Methods = methods;
            }

            if (paths.Count > 0)
            {
                operation.Paths = paths;
            }

            if (port is { } number)
            {
                operation.Ports = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            if (methods.Count == 0 && paths.Count == 0 && port == null)
            {
                // One rule without conditions allows everything: the others add nothing, and Istio rejects an empty operation.
                return [];
            }

            operations.Add(operation);
        }

        return operations;
    }

    private static List<string> Named(List<string> values) => values.Contains("*") ? [] : values;
}
