namespace MeshStack.Analysis.Access;

/// <summary>Sends all requests of a caller to a host at once.</summary>
internal static class FamilyQuestion
{
    public static FamilyOutcome FromWorkload(Client client, AskedHost asked, RequestProtocol protocol, Trail trail) =>
        Ask(asked, protocol, trail, (flight, request) => WorkloadOutbound.Send(client, flight, request));

    /// <summary>From outside: a gateway may ask for a certificate, which the client may or may not have.</summary>
    public static FamilyOutcome FromOutside(Snapshot snapshot, string cluster, AskedHost asked, RequestProtocol protocol, Trail trail)
    {
        FamilyOutcome With(bool hasCertificate) =>
            Ask(
                asked,
                protocol,
                trail,
                (flight, request) => OutsideClient.Send(snapshot, new(cluster), flight with { HasCertificate = hasCertificate }, request)
            );
        var (with, without) = (With(true), With(false));
        return with.Requests.Same(without.Requests) ? without : FamilyBranches.Join([with, without]);
    }

    /// <summary>What a caller sends where it means to be understood.</summary>
    public static RequestProtocol ProtocolOf(ServiceProtocol.Kind? kind) =>
        kind switch
        {
            ServiceProtocol.Kind.Tls => RequestProtocol.Https,
            ServiceProtocol.Kind.Tcp => RequestProtocol.Tcp,
            _ => RequestProtocol.Http,
        };

    private static FamilyOutcome Ask(AskedHost asked, RequestProtocol protocol, Trail trail, Func<Flight, Request, Verdict> send)
    {
        var request = new Request
        {
            Host = asked.Host,
            Port = asked.Port,
            Protocol = protocol,
        };
        var flight = new Flight
        {
            Http = HttpRequest.Of(request),
            IsSealed = protocol == RequestProtocol.Https,
            Asked = asked.Host,
            Family = new(RequestBounds.Everything) { Trail = trail },
        };
        try
        {
            var outcome = send(flight, request).Family!;
            trail.IsUndecided |= !outcome.Requests.IsDecided;
            return outcome;
        }
        catch (InvalidOperationException exception)
        {
            trail.IsUndecided = true;

            // The limit on the kinds of values of one claim.
            return FamilyOutcome.Undecided(flight.Family, exception.Message, [])!;
        }
    }
}
