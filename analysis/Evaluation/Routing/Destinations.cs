using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

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
        RouteOrigin origin
    )
    {
        var weighted = destinations.Count > 1 ? [.. destinations.Where(destination => destination["weight"].Number is > 0)] : destinations;
        if (weighted.Count == 0)
        {
            return context.Unreachable(AccessStep.Route, client, "the route has no destination", because("it has no destination"));
        }

        return context.Requests.Join([
            .. weighted.Select(destination => (NameOf(destination), One(client, context, destination, manifest, because, origin))),
        ]);
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
        RouteOrigin origin
    ) => To(client, context, entry["destination"], entry["headers"]["request"], manifest, because, origin);

    /// <summary>As istiod does: the port given, else the service's only one, else the one that was asked for.</summary>
    public static int PortOf(Field destination, MeshService service, RouteOrigin origin) =>
        destination["port"]["number"].Port() ?? (service.Ports.Count == 1 ? service.Ports[0].Number : origin.Port);

    /// <summary>A request to a destination of a route or of its mirrors, with what the destination changes of its headers.</summary>
    public static Verdict To(
        Client client,
        RequestContext context,
        Field destination,
        Field? changes,
        Manifest manifest,
        Func<string, Cause> because,
        RouteOrigin origin
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

        if (lookup.Service is not { } service)
        {
            return context.Unreachable(
                AccessStep.Route,
                client,
                $"the route leads to {host}, which {client} does not see",
                because($"destination.host is {given}")
            );
        }

        var number = PortOf(destination, service, origin);
        var subset = destination["subset"].Text is { Length: > 0 } name ? name : null;
        var rewritten =
            context.Http is { } http && changes is not null
                ? context with
                {
                    Http = RequestRewrite.Headers(http, changes, manifest),
                    Requests = context.Requests.WithHeaders(changes, manifest),
                }
                : context;
        return service.Port(number) is null
            ? context.Unreachable(
                AccessStep.Route,
                client,
                $"the route leads to port {number} of {host}, which it does not have",
                because($"{destination.Path} leads there"),
                service.Because($"its ports are {string.Join(", ", service.Ports.Select(port => port.Number))}")
            )
            : Forwarding.Send(client, rewritten, service, number, subset);
    }
}
