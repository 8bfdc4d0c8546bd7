using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Outbound;

/// <summary>What a sidecar has no destination for: outboundTrafficPolicy says whether it goes on to where it was going.</summary>
/// <remarks>
/// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/listener.go, buildListenerFromEntry: the last filter
/// chain of a listener is that of what no other chain is for.
/// </remarks>
internal static class Passthrough
{
    /// <summary>A host that the sidecar does not know.</summary>
    public static Verdict ToUnknown(
        Client client,
        RequestContext context,
        string host,
        string connected,
        int port,
        MeshService? hidden,
        bool isImportMissing
    )
    {
        var scope = client.Rules.Scope;
        var unseen = context.Requests.IsExplained ? SidecarRoutes.NotExported(client, host) : [];
        Cause[] why =
        [
            .. unseen.Select(config => Cause.From(config.Manifest, $"it is for {host}, and not exported to {client.Workload.Namespace}")),
            .. isImportMissing && hidden?.Port(port) is null && hidden is not null && scope.Sees(hidden, port)
                ? [hidden.Because($"it has no port {port}")]
            : isImportMissing ? scope.Because($"it does not import {host}")
            : [],
            .. hidden is not null && !isImportMissing
                ? [hidden.Because($"it is not exported to {client.Workload.Namespace}")]
                : Array.Empty<Cause>(),
        ];
        if (Refusal(client, context, AccessStep.Visibility, $"{client} does not see {host}, and may go nowhere else", why) is { } refusal)
        {
            return !refusal.IsRefusal
                ? refusal
                : context.Requests.Past(
                    refusal,
                    () =>
                        hidden?.Port(port) is { } found ? SidecarRoutes.Send(client, context with { TakenForSeen = hidden }, hidden, found)
                        : context.Readable is not null && unseen.Count > 0 ? SidecarRoutes.Follow(client, context, unseen[0], port, refusal)
                        : ToOrigin(client, context, connected, port, hidden, why)
                );
        }

        var passed = context.Took(
            AccessStep.Visibility,
            client,
            $"{client} does not see {host}, and passes it through{(connected == host ? "" : $" to {connected}")}",
            [.. why, Cause.Mesh(client.ControlPlane.Name, "outboundTrafficPolicy is ALLOW_ANY")]
        );
        return Closable(
            client,
            context,
            ToOrigin(client, passed, connected, port, connected == host ? hidden : Known(client, connected), why)
        );
    }

    /// <summary>A service whose listener has nothing for the connection.</summary>
    public static Verdict ToService(
        Client client,
        RequestContext context,
        MeshService service,
        int port,
        string reason,
        params IReadOnlyList<Cause> why
    ) =>
        Refusal(client, context, AccessStep.Route, reason, why) switch
        {
            null => Closable(
                client,
                context,
                ToOrigin(
                    client,
                    context.Took(
                        AccessStep.Route,
                        client,
                        $"{reason}: it is passed through as it is",
                        [.. why, Cause.Mesh(client.ControlPlane.Name, "outboundTrafficPolicy is ALLOW_ANY")]
                    ),
                    service.Host,
                    port,
                    service,
                    why
                )
            ),
            { IsRefusal: true } refusal => context.Requests.Past(
                refusal,
                () => ToOrigin(client, context, service.Host, port, service, why)
            ),
            var undecided => undecided,
        };

    private static Verdict Closable(Client client, RequestContext context, Verdict verdict) =>
        Closings.Add(
            verdict,
            context,
            () =>
                [
                    new(
                        AccessStep.Visibility,
                        client.ToString(),
                        "outboundTrafficPolicy REGISTRY_ONLY, for what the sidecar has no destination for",
                        [Cause.Mesh(client.ControlPlane.Name, "outboundTrafficPolicy is ALLOW_ANY")]
                    ),
                ]
        );

    private static Verdict? Refusal(Client client, RequestContext context, AccessStep step, string reason, IReadOnlyList<Cause> why)
    {
        var scope = client.Rules.Scope;
        if (scope.HiddenOutboundTrafficPolicy is { } unreadable)
        {
            return context.Undecided(step, client, unreadable);
        }

        if (scope.OutboundTrafficPolicy == "ALLOW_ANY")
        {
            return null;
        }

        var policy =
            scope.Sidecar is not null && scope.Sidecar.Spec["outboundTrafficPolicy"].Exists
                ? Cause.From(scope.Sidecar, $"outboundTrafficPolicy is {scope.OutboundTrafficPolicy}")
                : Cause.Mesh(client.ControlPlane.Name, $"outboundTrafficPolicy is {scope.OutboundTrafficPolicy}");
        return scope.OutboundTrafficPolicy == "REGISTRY_ONLY"
            ? context.Unreachable(step, client, reason, [.. why, policy])
            : context.Undecided(step, client, $"outboundTrafficPolicy {scope.OutboundTrafficPolicy} is not known", policy);
    }

    // The connection goes on to the address that the client took, in plain text but for the client's own TLS.
    private static Verdict ToOrigin(
        Client client,
        RequestContext context,
        string connected,
        int port,
        MeshService? service,
        IReadOnlyList<Cause> why
    )
    {
        if (client.Snapshot.Cluster(client.Workload.Cluster).Services.TryGetValue(connected, out var local))
        {
            return SidecarlessClient.ToService(client, context, local, port);
        }

        if (client.Snapshot.Addresses.PodsNamed(connected) is { Count: > 0 } pods)
        {
            return context.Requests.Join([.. pods.Select(one => (one.Name, ToPod(client, context, one, connected, port)))]);
        }

        if (client.Snapshot.Addresses.PodAt(connected) is { } pod)
        {
            return ToPod(client, context, pod, connected, port);
        }

        context.Leaves(connected, port);
        return service is not null
            && SharedListener.HasAutomaticAddress(client, service)
            && client.Registry.Find(service.Host, client.Workload.Namespace).Service == service
            && client.Rules.Scope.Sees(service, port)
                ? context.Unreachable(
                    AccessStep.Endpoints,
                    client,
                    $"the address of {service.Host} is one that istiod made up, and nothing answers there",
                    service.Because("it names no address of its own")
                )
            : service is { IsKubernetes: true, ExternalName: null } or { IsExternal: false, IsKubernetes: false }
                ? context.Undecided(AccessStep.Endpoints, client, $"nothing says where {connected} leads without the mesh", why)
            : context.Allowed(
                AccessStep.Visibility,
                client,
                $"{connected} is outside of the mesh, and sidecars may go anywhere",
                Cause.Mesh(client.ControlPlane.Name, "outboundTrafficPolicy is ALLOW_ANY")
            );
    }

    private static Verdict ToPod(Client client, RequestContext context, Workload pod, string connected, int port) =>
        client.Snapshot.Cluster(pod.Cluster).ServicesOf(pod).FirstOrDefault(one => one.IsHeadless) is { } headless
            ? context.Undecided(
                AccessStep.Endpoints,
                client,
                $"{connected} is a pod's own address, which {headless.Host} tells sidecars about",
                headless.Because("it is headless")
            )
            : SidecarlessClient.ToPod(client, context, pod, port);

    private static MeshService? Known(Client client, string host) =>
        client.Registry.Find(host, client.Workload.Namespace) is var lookup ? lookup.Service ?? lookup.Hidden : null;
}
