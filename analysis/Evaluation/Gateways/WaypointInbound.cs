using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Authorization;
using MeshStack.Analysis.Evaluation.Endpoints;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Gateways;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Gateways;

/// <summary>A connection that reaches a waypoint: it decides by the policies that name it, its class or the Service, and goes on to the
/// pods as itself.</summary>
/// <remarks>
/// Source: https://github.com/istio/istio/blob/1.31.0-rc.0/pilot/pkg/networking/core/listener_waypoint.go, and ShouldAttachPolicy in
/// pilot/pkg/model/policyattachment.go.
/// </remarks>
internal static class WaypointInbound
{
    public static Verdict Arrive(
        Client client,
        RequestContext context,
        Waypoint waypoint,
        MeshService service,
        int number,
        Connection connection
    )
    {
        var cluster = client.Snapshot.Cluster(service.Cluster);
        var rules = cluster.Policies.Of(waypoint, service);
        var taken = context.Took(
            AccessStep.Gateway,
            waypoint,
            $"it takes what comes to {service.Host}",
            waypoint.Because($"{Waypoints.Use} names it")
        ) with
        {
            Hops = context.Hops + 1,
        };
        if (service.Port(number) is not { } port)
        {
            return ServicePods.Send(client.Snapshot, client, taken, service, number, connection);
        }

        if (Unevaluated(cluster, waypoint, service, rules, number) is var (why, because))
        {
            return taken.Undecided(AccessStep.Gateway, waypoint, why, because);
        }

        if (port.Protocol == ServiceProtocol.Kind.Http && taken.Readable is null)
        {
            return taken.Unreachable(
                AccessStep.Gateway,
                waypoint,
                $"port {number} of {service.Host} speaks HTTP, and the client does not",
                service.Because($"port {number} is {port.Name}")
            );
        }

        var isHttp = port.Protocol is ServiceProtocol.Kind.Http or ServiceProtocol.Kind.Detected;
        var peer = connection.Tunnelled!.Peer!;
        if (cluster.Mesh.HiddenTrustDomain is { } hidden)
        {
            return taken.Undecided(AccessStep.TrustDomain, waypoint, hidden);
        }

        return peer.TrustDomain == cluster.Mesh.TrustDomain
            ? Decide()
            : taken.Undecided(
                AccessStep.TrustDomain,
                waypoint,
                $"whether the {waypoint} takes certificates of {peer.TrustDomain} is not evaluated",
                Cause.Mesh(cluster.Name, $"trustDomain is {cluster.Mesh.TrustDomain}")
            );

        Verdict Decide() =>
            ProxyPolicies.Apply(
                taken,
                waypoint.Workload,
                rules,
                new()
                {
                    Peer = peer,
                    IsMutualTls = true,
                    Port = number,
                    Http = isHttp ? taken.Readable : null,
                },
                (passed, why) => Onward(client.Snapshot, passed, cluster, waypoint, service, number, why)
            );
    }

    // To the pods it is the caller, whose address is that of one of its own pods.
    private static Verdict Onward(
        Snapshot snapshot,
        RequestContext context,
        ClusterSnapshot cluster,
        Waypoint waypoint,
        MeshService service,
        int number,
        AuthorizationDecision why
    )
    {
        var passed = context.Took(AccessStep.Authorization, waypoint, why.Reason, why.Because) with { SourceAddress = null };
        var security = passed.IsSealed ? ConnectionSecurity.Application : ConnectionSecurity.Plaintext;
        return ServicePods.Send(
            snapshot,
            waypoint,
            passed,
            service,
            number,
            new(security, Sni: passed.IsSealed ? passed.Asked : null)
            {
                WhyNameless = "the other end takes no HBONE",
                Tunnelled = new(ConnectionSecurity.IstioMutual, waypoint.Workload.IdentityIn(cluster.Mesh), cluster) { IsHbone = true },
            }
        );
    }

    // What else has a say in what a waypoint does with a request.
    private static (string Why, Cause Because)? Unevaluated(
        ClusterSnapshot cluster,
        Waypoint waypoint,
        MeshService service,
        WorkloadRules rules,
        int number
    )
    {
        if (rules.Extensions is [var extension, ..])
        {
            return (extension.Reason, extension.Because);
        }

        if ((cluster.MeshRoutes.Unreadable ?? cluster.Masks.OfKinds("VirtualService", "DestinationRule")) is { } hidden)
        {
            return (hidden.Reason, hidden.Because);
        }

        var routing = cluster
            .MeshRoutes.All.Where(one => one.Host == service.Host && (one.Port ?? number) == number)
            .Select(one => one.Route)
            .Concat(
                cluster
                    .VirtualServices.All.Where(config =>
                        config.Gateways.Contains(IstioNames.MeshGateway) && config.Hosts.Any(host => HostMatch.IsSubset(service.Host, host))
                    )
                    .Select(config => config.Manifest)
            )
            .Concat(
                cluster
                    .Objects.Of("DestinationRule")
                    .Where(rule =>
                        HostMatch.IsSubset(service.Host, HostMatch.Full(rule.Spec["host"].Text ?? "", rule.Namespace ?? "default"))
                    )
            )
            .FirstOrDefault();
        if (routing is not null)
        {
            return (
                $"{routing.Reference} is for {service.Host}, and what the {waypoint} makes of it is not evaluated",
                Cause.From(routing, "it routes")
            );
        }

        if (
            rules
                .Policies.Select(policy => policy.Unreadable ?? policy.Rules.Select(rule => rule.Unreadable).FirstHidden())
                .FirstHidden() is
            { } part
        )
        {
            return (part.Reason, part.Because);
        }

        var byPort = rules.Policies.FirstOrDefault(policy =>
            policy
                .Rules.SelectMany(rule => rule.Operations.SelectMany(operation => operation).Concat(rule.Conditions))
                .Any(test => test.Attribute == RequestAttribute.Port)
        );
        if (byPort is not null)
        {
            return (
                $"{byPort.Manifest.Reference} asks for ports, and which ones they are at the {waypoint} is not evaluated",
                byPort.Because("it asks for ports")
            );
        }

        return
            service.Selector is { } selector
            && cluster.Selected(service.Namespace, selector).FirstOrDefault(pod => !pod.IsAmbient && pod.Sidecar != SidecarPresence.Absent)
                is { } other
            ? ($"how the {waypoint} calls {other}, which is not in ambient mode, is not evaluated", other.Because(other.SidecarReason))
            : null;
    }
}
