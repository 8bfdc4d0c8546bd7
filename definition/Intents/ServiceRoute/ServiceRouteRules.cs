using MeshStack.Definition.Intents;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What a ServiceRoute can and cannot have.</summary>
internal static class ServiceRouteRules
{
    /// <summary>What is wrong with a route and what it names.</summary>
    /// <param name="route">The route.</param>
    /// <param name="whole">The route that it is a part of; null where it is none.</param>
    public static IReadOnlyList<ArgsProblem> Check(ServiceRouteIntent route, ServiceRouteIntent? whole)
    {
        var isProduction = route.Service?.Places.Any(place => place.ControlPlane.IsProduction) == true;
        List<ArgsProblem> ofKeys = [.. KeyRules.Check(route)];
        List<ArgsProblem> found =
        [
            .. ofKeys,
            .. Whole(route),
            .. route.Service is { } service ? OfService(route, service) : [],
            .. RouteSubsetRules.Check(route, whole ?? route).Where(one => !ofKeys.Exists(other => other.Path == one.Path)),
            .. Names(route),
            .. route.Routes.SelectMany((one, i) => RouteRules.Check(route, whole, one, i, isProduction)),
            .. RouteCoverage.Check(route),
        ];
        return [.. found, .. RouteValues.Check(route, found)];
    }

    private static IEnumerable<ArgsProblem> Whole(ServiceRouteIntent route)
    {
        if (route is { Routes.Count: 0, Subsets.Count: 0, PartOf: null })
        {
            yield return new("routes", "routes or subsets are required: what becomes of calls, or which versions there are");
        }

        if (route.PartOf is null)
        {
            yield break;
        }

        if (route.For is not null)
        {
            yield return new("for", "not for a part: it holds where the whole does");
        }

        if (route.Routes.Count == 0)
        {
            yield return new("routes", "required for a part: what becomes of the requests that are left to it");
        }
    }

    private static IEnumerable<ArgsProblem> OfService(ServiceRouteIntent route, InboundServiceIntent service)
    {
        var name = service.Service;
        if (!service.Sidecar)
        {
            yield return new(
                "service",
                $"{name} has sidecar: false, so that callers meet the east-west gateway and no version of it: route to a service with a "
                    + "sidecar"
            );
        }

        if (service.Headless)
        {
            yield return new("service", $"{name} is headless: its callers choose the instance themselves");
        }

        if (route.Routes.Count > 0 && !service.ServedPorts.Any(port => port.IsHttp))
        {
            yield return new("service", $"{name} speaks {service.ServedPorts[0].Protocol}, of which proxies see no requests to route");
        }

        if (route.For is "ingress" or "both" && service.ExternalName is null)
        {
            yield return new("for", $"{name} has no externalName, so that nobody calls it through the ingress gateway");
        }

        if (route is { IsForIngress: true, Routes.Count: > 0 } && !service.PortForOutside.IsHttp)
        {
            yield return new("for", $"the externalName of {name} leads to a port of {service.PortForOutside.Protocol}: say for: mesh");
        }
    }

    private static IEnumerable<ArgsProblem> Names(ServiceRouteIntent route)
    {
        for (var i = 0; i < route.Routes.Count; i++)
        {
            if (route.Routes[i].Name is not { } name)
            {
                continue;
            }

            var path = FormattableString.Invariant($"routes[{i}].name");
            if (!KubernetesNames.IsLabel(name))
            {
                yield return new(path, $"'{name}' is not a DNS label (a-z, 0-9 and '-', at most 63 characters)");
            }
            else if (route.Routes.Take(i).Any(one => one.Name == name))
            {
                yield return new(path, $"'{name}' is the name of another of these routes already");
            }
        }
    }
}
