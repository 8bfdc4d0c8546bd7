using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Evaluation.Routing;

/// <summary>The weighted destinations of a route.</summary>
internal static class Destinations
{
    public static Verdict Send(
        Client client,
        RequestContext context,
        IReadOnlyList<Field> destinations,
        Manifest manifest,
        Func<string, Cause> because,
        RouteOrigin origin,
        bool isHttp
    )
    {
        var weighted = WeightedDestinations.Of(destinations);
        if (weighted.Taken.Count == 0)
        {
            return context.Unreachable(AccessStep.Route, client, "the route has no destination", because("it has no destination"));
        }

        if (destinations.Count > 1 && context.Requests.IsTraced)
        {
            IReadOnlyList<CallShare> all = [.. weighted.All.Select(one => new CallShare(To(one.Entry), one.Share))];
            context = context.Split(client, all, because($"it has the weights {weighted.Weights}"));
        }

        var split = new RouteSplit(
            context.Leg,
            [.. weighted.Taken.Select(one => new CallShare(To(one.Entry), one.Share))],
            areCopies: false,
            because
        );
        context.Requests.Divide(context, split);
        return context.Requests.Join([
            .. weighted.Taken.Select(
                (one, index) =>
                    (NameOf(one.Entry), One(client, context with { Leg = split.Legs[index] }, one.Entry, manifest, because, origin, isHttp))
            ),
        ]);

        CallDestination To(Field entry) => Of(client, entry["destination"], manifest.Namespace, origin, isHttp);
    }

    /// <summary>What a destination of a route or of its mirrors means, whether or not it is there.</summary>
    public static CallDestination Of(Client client, Field destination, string? ns, RouteOrigin origin, bool isHttp)
    {
        var host = destination["host"].Text is { Length: > 0 } given ? HostMatch.Full(given, ns ?? "default") : "";
        var subset = destination["subset"].Text is { Length: > 0 } name ? name : null;
        return client.Registry.Find(host, client.Workload.Namespace).Service is { } service
            ? Of(client, service, new(host, PortOf(client, destination, service, origin, isHttp), subset))
            : new(host, destination["port"]["number"].Port() ?? origin.Port, subset);
    }

    // A subset is what its labels are.
    private static CallDestination Of(Client client, MeshService service, CallDestination destination)
    {
        if (destination.Subset is null)
        {
            return destination;
        }

        var workload = client.Workload;
        var all = client.ControlPlane.DestinationRules;
        var (rules, isContested) = all.Of(workload.Namespace, workload.Labels, service);
        var policy = DestinationPolicy.From(rules, destination.Subset, destination.Port, all.Hiding(rules, workload.Namespace, service));
        return isContested || policy.IsAmbiguous || policy.Unreadable is not null || policy.Labels.IsEmpty
            ? destination
            : destination with
            {
                Labels = policy.Labels.ToString(),
            };
    }

    private static string NameOf(Field entry) =>
        entry["destination"]["subset"].Text is { Length: > 0 } subset
            ? $"{entry["destination"]["host"].Text} subset {subset}"
            : entry["destination"]["host"].Text ?? "";

    private static Verdict One(
        Client client,
        RequestContext context,
        Field entry,
        Manifest manifest,
        Func<string, Cause> because,
        RouteOrigin origin,
        bool isHttp
    ) => To(client, context, entry["destination"], entry["headers"]["request"], manifest, because, origin, isHttp);

    /// <summary>The port given, else the service's only one, else the one that was asked for. A sidecar's routes of HTTP know services by
    /// that alone.</summary>
    /// <remarks>Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/route/route.go, GetDestinationCluster, and
    /// httproute.go, BuildSidecarOutboundVirtualHosts.</remarks>
    public static int PortOf(Client client, Field destination, MeshService service, RouteOrigin origin, bool isHttp) =>
        destination["port"]["number"].Port()
        ?? (!IsByPort(client, isHttp) && service.Ports.Count == 1 ? service.Ports[0].Number : origin.Port);

    private static bool IsByPort(Client client, bool isHttp) => isHttp && !client.Workload.IsGateway;

    /// <summary>A request to a destination of a route or of its mirrors, with what the destination changes of its headers.</summary>
    public static Verdict To(
        Client client,
        RequestContext context,
        Field destination,
        Field? changes,
        Manifest manifest,
        Func<string, Cause> because,
        RouteOrigin origin,
        bool isHttp
    )
    {
        if (destination["host"].Text is not { Length: > 0 } given)
        {
            return context.Unreachable(AccessStep.Route, client, "the destination has no host", because($"{destination.Path} has no host"));
        }

        if (Placeholder.IsIn(given))
        {
            return context.Undecided(
                AccessStep.Route,
                client,
                $"the destination {given} is known only to a real run",
                because(destination.Path)
            );
        }

        var host = HostMatch.Full(given, manifest.Namespace ?? "default");
        var lookup = client.Registry.Find(host, client.Workload.Namespace);
        if (lookup.Unreadable is { } unreadable)
        {
            return context.Undecided(AccessStep.Route, client, unreadable);
        }

        // A sidecar imports what a route leads to; of its own namespace it does so whoever else the service is exported to.
        // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/model/sidecar.go, collectImportedServices.
        var imported = client.Workload.IsGateway ? null : client.Registry.InNamespace(host, client.Workload.Namespace);
        if ((lookup.Service ?? imported ?? TakenForSeen(context, host)) is not { } service)
        {
            context.Ends($"nothing is at {host}");
            var unseen = context.Unreachable(
                AccessStep.Route,
                client,
                $"the route leads to {host}, which {client} does not see",
                because($"destination.host is {given}")
            );
            return context.Requests.Past(
                unseen,
                () =>
                    lookup.Hidden is { } hidden
                        ? ToService(client, context, destination, changes, manifest, because, origin, isHttp, hidden)
                        : unseen
            );
        }

        return ToService(client, context, destination, changes, manifest, because, origin, isHttp, service);
    }

    private static MeshService? TakenForSeen(RequestContext context, string host) =>
        context.TakenForSeen is { } seen && seen.Host == host ? seen : null;

    private static Verdict ToService(
        Client client,
        RequestContext context,
        Field destination,
        Field? changes,
        Manifest manifest,
        Func<string, Cause> because,
        RouteOrigin origin,
        bool isHttp,
        MeshService service
    )
    {
        var number = PortOf(client, destination, service, origin, isHttp);
        if (service.ExternalName is { } external)
        {
            // Another name of a service leads to that one's port; it has none of its own to lead to.
            var behind =
                IsByPort(client, isHttp) && service.Port(origin.Port) is null
                    ? null
                    : client.Registry.Find(external.ToLowerInvariant().TrimEnd('.'), client.Workload.Namespace);
            if (behind?.Unreadable is { } hiddenBehind)
            {
                return context.Undecided(AccessStep.Route, client, hiddenBehind);
            }

            if (behind?.Service is not { ExternalName: null } concrete)
            {
                context.Ends($"nothing is at {service.Host}");
                return context.Unreachable(
                    AccessStep.Route,
                    client,
                    $"the route leads to {service.Host}, which is another name of {external}, and {client} knows no such service",
                    because($"destination.host is {destination["host"].Text}"),
                    service.Because($"externalName is {external}")
                );
            }

            service = concrete;
        }

        var subset = destination["subset"].Text is { Length: > 0 } name ? name : null;
        var rewritten =
            context.Http is { } http && changes is not null
                ? context with
                {
                    Http = RequestRewrite.Headers(http, changes, manifest),
                    Requests = context.Requests.WithHeaders(changes, manifest),
                }
                : context;
        foreach (var change in context.Http is null || context.IsCopy || changes is null ? [] : RouteEffects.OfHeaders(changes))
        {
            context.Requests.Handle(CallEffect.Rewritten, context, change);
        }

        if (service.Port(number) is null)
        {
            context.Ends(FormattableString.Invariant($"{service.Host} has no port {number}"));
        }

        return service.Port(number) is null
            ? context.Unreachable(
                AccessStep.Route,
                client,
                $"the route leads to port {number} of {service.Host}, which it does not have",
                because($"{destination.Path} leads there"),
                service.Because($"its ports are {string.Join(", ", service.Ports.Select(port => port.Number))}")
            )
            : Forwarding.Send(client, rewritten, service, number, subset);
    }
}
