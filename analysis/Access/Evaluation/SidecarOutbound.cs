namespace MeshStack.Analysis.Access;

/// <summary>A request that leaves a workload through its sidecar.</summary>
internal static class SidecarOutbound
{
    public static Verdict Send(Client client, Flight flight, Request request) =>
        Interception.Leaving(client, flight, request) ?? Taken(client, flight, request);

    private static Verdict Taken(Client client, Flight flight, Request request)
    {
        var rules = client.Rules;
        if (rules.Scope.IsAmbiguous)
        {
            return flight.Undecided(AccessStep.Visibility, client, "nothing says which of several Sidecars is the oldest", rules.Scope.Because("it may be the one that applies"));
        }

        var (resolved, name, stop) = NameResolution.Resolve(client, flight, request.Host, request.Port);
        if (stop is not null)
        {
            return stop;
        }

        if (rules.Extensions.FirstOrDefault(extension => extension.IsOutbound) is { } changed)
        {
            return resolved.Undecided(AccessStep.Route, client, changed.Reason, changed.Because);
        }

        return ToHost(client, resolved, HostOf(client, resolved, request, name), request.Port);
    }

    // HTTP is routed by its authority, whatever address the client connected to.
    private static string HostOf(Client client, Flight flight, Request request, string resolved)
    {
        if (flight.Readable is not { } http || string.Equals(http.Host, request.Host, StringComparison.OrdinalIgnoreCase))
        {
            return resolved;
        }

        var names = NameResolution.NamesOf(http.Host, client.Workload.Namespace);
        return names.FirstOrDefault(name => client.Registry.Find(name, client.Workload.Namespace).Service is not null) ?? names[^1];
    }

    private static Verdict ToHost(Client client, Flight flight, string host, int port)
    {
        var scope = client.Rules.Scope;
        var lookup = client.Registry.Find(host, client.Workload.Namespace);
        if (lookup.IsAmbiguous)
        {
            return flight.Undecided(AccessStep.Visibility, client, $"{host} is in several namespaces, and nothing says which is the oldest", lookup.Service!.Because("it may be the one that applies"));
        }

        if (lookup.Service is { } service && scope.Sees(service, port))
        {
            return service.Port(port) is { } found
                ? ToService(client, flight.Took(AccessStep.Visibility, client, $"{client.Workload.Namespace} sees {host}", [service.Because("it is exported to the namespace"), .. scope.Because("it imports the host")]), service, found)
                : flight.Unreachable(AccessStep.Visibility, client, $"{host} has no port {port}", service.Because($"its ports are {string.Join(", ", service.Ports.Select(one => one.Number))}"));
        }

        return ToUnknown(client, flight, host, port, lookup.Service ?? lookup.Hidden, lookup.Service is not null);
    }

    private static Verdict ToService(Client client, Flight flight, MeshService service, ServicePort port)
    {
        if (port.Protocol == ServiceProtocol.Kind.Udp)
        {
            return flight.Unreachable(AccessStep.Visibility, client, $"port {port.Number} of {service.Host} is UDP", service.Because("the port is UDP"));
        }

        if (port.Protocol == ServiceProtocol.Kind.Http && flight.Readable is null)
        {
            return flight.Unreachable(AccessStep.Route, client, $"port {port.Number} of {service.Host} speaks HTTP, and the client does not", service.Because($"port {port.Number} is {port.Name}"));
        }

        var context = new RouteContext(VirtualServiceConfig.MeshGateway, port.Number, client.Workload.Namespace, client.Workload.Labels);
        var configs = SeenVirtualServices(client, service.Host, port.Number);
        if (configs.Count > 1 && !Age.IsKnown([.. configs.Select(config => config.Manifest)]))
        {
            return flight.Undecided(AccessStep.Route, client, $"several VirtualServices route {service.Host}, and nothing says which is the oldest", [.. configs.Select(config => Cause.Of(config.Manifest, "it may be the one that applies"))]);
        }

        var isHttp = port.Protocol is ServiceProtocol.Kind.Http or ServiceProtocol.Kind.Detected && flight.Readable is not null;
        return configs.Count == 0
            ? Forwarding.Send(client, flight.Took(AccessStep.Route, client, "no VirtualService changes the route"), service, port.Number, null)
            : isHttp ? HttpRouting.Follow(client, flight, client.Plane.VirtualServices.RoutesOf(configs[0]), context, () => Forwarding.Send(client, flight, service, port.Number, null))
            : StreamRouting.Follow(client, flight, configs, context, flight.Asked, () => Forwarding.Send(client, flight, service, port.Number, null));
    }

    private static Verdict ToUnknown(Client client, Flight flight, string host, int port, MeshService? hidden, bool isImportMissing)
    {
        // A host of a VirtualService alone is routed on port 80.
        var configs = SeenVirtualServices(client, host, port);
        if (hidden is null && port == 80 && flight.Readable is not null && configs.Count > 0)
        {
            var context = new RouteContext(VirtualServiceConfig.MeshGateway, port, client.Workload.Namespace, client.Workload.Labels);
            return HttpRouting.Follow(client, flight, client.Plane.VirtualServices.RoutesOf(configs[0]), context, () => OutsideTheRegistry(client, flight, host, port, null, false));
        }

        return OutsideTheRegistry(client, flight, host, port, hidden, isImportMissing);
    }

    private static Verdict OutsideTheRegistry(Client client, Flight flight, string host, int port, MeshService? hidden, bool isImportMissing)
    {
        var scope = client.Rules.Scope;
        Cause[] why =
        [
            .. isImportMissing ? scope.Because($"it does not import {host}") : [],
            .. hidden is not null && !isImportMissing ? [hidden.Because($"it is not exported to {client.Workload.Namespace}")] : Array.Empty<Cause>(),
        ];
        if (scope.OutboundTrafficPolicy != "ALLOW_ANY")
        {
            var policy = scope.Sidecar is not null && scope.Sidecar.Spec["outboundTrafficPolicy"].Exists ? Cause.Of(scope.Sidecar, $"outboundTrafficPolicy is {scope.OutboundTrafficPolicy}") : Cause.Mesh(client.Plane.Name, $"outboundTrafficPolicy is {scope.OutboundTrafficPolicy}");
            return scope.OutboundTrafficPolicy == "REGISTRY_ONLY"
                ? flight.Unreachable(AccessStep.Visibility, client, $"{client} does not see {host}, and may go nowhere else", [.. why, policy])
                : flight.Undecided(AccessStep.Visibility, client, $"outboundTrafficPolicy {scope.OutboundTrafficPolicy} is not known", policy);
        }

        var passed = flight.Took(AccessStep.Visibility, client, $"{client} does not see {host}, and passes it through", [.. why, Cause.Mesh(client.Plane.Name, "outboundTrafficPolicy is ALLOW_ANY")]);
        var local = client.Snapshot.Cluster(client.Workload.Cluster);
        return local.Services.TryGetValue(host, out var service)
            ? BareClient.ToService(client, passed, service, port)
            : hidden is { IsKubernetes: true } or { IsExternal: false }
                ? passed.Undecided(AccessStep.Endpoints, client, $"nothing says where {host} leads without the mesh", why)
                : passed.Allowed(AccessStep.Visibility, client, $"{host} is outside of the mesh, and sidecars may go anywhere", Cause.Mesh(client.Plane.Name, "outboundTrafficPolicy is ALLOW_ANY"));
    }

    private static IReadOnlyList<VirtualServiceConfig> SeenVirtualServices(Client client, string host, int port) =>
        client.Plane.VirtualServices.ForSidecar(host, config => Visibility.Reaches(config.ExportTo, config.Space, client.Workload.Namespace) && client.Rules.Scope.Sees(config, port));
}
