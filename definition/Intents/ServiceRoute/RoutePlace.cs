namespace MeshStack.Definition.Intents;

/// <summary>Where routes hold: what services and ports are called there.</summary>
/// <param name="HostOf">The host of a service there.</param>
/// <param name="NumberOf">The number of a service's port there.</param>
internal sealed record RoutePlace(Func<InboundServiceIntent, string> HostOf, Func<InboundServiceIntent, ServicePort, int> NumberOf)
{
    /// <summary>The one port that requests lead to there; null where they may ask for any.</summary>
    public ServicePort? Only { get; init; }

    /// <summary>Whether the parts of a route stand there as objects of their own.</summary>
    public bool HasParts { get; init; }

    /// <summary>Whether one cluster of a service in several can be meant there.</summary>
    public bool TellsClusters { get; init; } = true;

    /// <summary>The place of callers that find a service by itself.</summary>
    public static RoutePlace Home(InboundServiceIntent home) =>
        new(service => service.Host, (_, port) => port.Number) { HasParts = true, TellsClusters = home.IsFoundBy(home.ControlPlane) };

    /// <summary>The ingress gateway of the service's cluster.</summary>
    public static RoutePlace Ingress(InboundServiceIntent service) =>
        Home(service) with
        {
            Only = service.PortForOutside,
            // A part that stands by itself leads to whatever port was asked for, and a gateway's own says nothing of the service's.
            HasParts = service.Ports.Count == 0,
        };

    /// <summary>The namespace of callers in another cluster.</summary>
    public static RoutePlace Of(ControlPlaneModel client) =>
        new(
            service => Finds(client, service) ? service.Host : service.ImportedHost,
            (service, port) => Finds(client, service) ? port.Number : port.ImportedPort
        );

    private static bool Finds(ControlPlaneModel client, InboundServiceIntent service) => service.IsFoundBy(client);
}
