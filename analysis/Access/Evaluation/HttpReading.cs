namespace MeshStack.Analysis.Access;

/// <summary>A request once a proxy reads it: its path in one spelling, and the headers that the proxy writes.</summary>
internal static class HttpReading
{
    /// <summary>The flight as the proxy sees it, or the verdict where it takes no such request.</summary>
    public static (Flight Flight, Verdict? Stop) Read(
        Flight flight,
        AccessStep step,
        object proxy,
        MeshConfiguration mesh,
        ProxyHeaders headers
    )
    {
        if (flight.Family is { } family)
        {
            return (flight with { Family = family.Read(headers) }, null);
        }

        if (mesh.ChangesReading && ConnectionSettings.WhyUnknown(flight.Http!) is { } why)
        {
            return (flight, flight.Undecided(step, proxy, why));
        }

        var path = PathNormalization.Apply(mesh.PathNormalization, flight.Http!.Path);
        if (path.Path is { } text)
        {
            return (flight with { Http = flight.Http.Read(headers) with { Path = text } }, null);
        }

        return (flight, path.IsRejected ? flight.Unreachable(step, proxy, path.Why!) : flight.Undecided(step, proxy, path.Why!));
    }
}
