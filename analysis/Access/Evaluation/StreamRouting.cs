namespace MeshStack.Analysis.Access;

/// <summary>The first TLS or TCP route that takes a connection.</summary>
/// <remarks>Source: pilot/pkg/networking/core/tls.go of istio/istio.</remarks>
internal static class StreamRouting
{
    public static Verdict Follow(Client client, Flight flight, IReadOnlyList<VirtualServiceConfig> configs, RouteContext context, string sni, Func<Verdict> byDefault)
    {
        foreach (var config in configs)
        {
            flight.Family?.Trail?.Ask(config.Manifest);
            foreach (var route in (flight.IsSealed ? config.Tls : []).Concat(config.Tcp))
            {
                var isTls = route.Path.StartsWith("spec.tls", StringComparison.Ordinal);
                var matches = route["match"].Items;
                var certainty = matches.Count == 0 ? Certainty.Of(!isTls) : Certainty.Any(matches, match => Matches(match, isTls, config.Space, context, sni));
                Cause Because(string detail) => Cause.Of(config.Manifest, $"{route.Path}: {detail}");
                if (!certainty.IsNo)
                {
                    flight.Family?.Trail?.Pass(new(config.Manifest, route.Path), RequestSet.Everything, flight.Family.Requests.Possible);
                }

                if (certainty.IsYes)
                {
                    return Destinations.Send(client, flight.Took(AccessStep.Route, client, "the route is taken", Because("it matches")), route["route"].Items, config.Space, Because, context);
                }

                if (!certainty.IsNo)
                {
                    return flight.Undecided(AccessStep.Route, client, certainty.Why!, Because("it may match"));
                }
            }
        }

        return byDefault();
    }

    private static Certainty Matches(Field match, bool isTls, string space, RouteContext context, string sni)
    {
        var gateways = match["gateways"].Texts();
        if ((match["port"].Port() is { } port && port != context.Port)
            || (gateways.Count > 0 && !gateways.Any(gateway => VirtualServiceConfig.GatewayName(gateway, space) == context.Gateway))
            || (context.Gateway == VirtualServiceConfig.MeshGateway && (!LabelSelector.Of(match["sourceLabels"]).Selects(context.Labels) || (match["sourceNamespace"].Text is { Length: > 0 } source && source != context.Namespace)))
            || (isTls && !match["sniHosts"].Texts().Any(host => HostMatch.IsSubset(sni, host))))
        {
            return Certainty.No;
        }

        return match["destinationSubnets"].HasContent || match["sourceSubnet"].HasContent
            ? Certainty.Unknown("the route asks for IP addresses, which are not known")
            : Certainty.Yes;
    }
}
