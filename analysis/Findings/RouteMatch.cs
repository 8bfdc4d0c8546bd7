using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;

namespace MeshStack.Analysis.Findings;

/// <summary>A match of an HTTP route, or a route without one, and the requests that it takes where it is asked first.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Match">The match; null for a route without one.</param>
/// <param name="Requests">What it takes.</param>
/// <param name="Gateways">The gateways that it is for.</param>
internal sealed record RouteMatch(ConfigLocation Place, HttpMatch? Match, RequestBounds Requests, IReadOnlyList<string> Gateways)
{
    private static readonly HttpRequest AnyRequest = HttpRequest.From(new Request { Host = SampleRequest.AnyHost })!;

    /// <summary>All of a VirtualService, in their order; what delegates add is theirs.</summary>
    public static IEnumerable<RouteMatch> Of(VirtualServiceConfig config) =>
        from route in config.Routes
        where !route.Field["delegate"].Exists
        from match in route.Matches.DefaultIfEmpty<HttpMatch?>()
        select new RouteMatch(
            route.PlaceOf(match),
            match,
            RequestsOf(match),
            match is { Gateways.Count: > 0 } ? match.Gateways : config.Gateways
        );

    /// <summary>What before it takes all that it matches, null where something is left.</summary>
    public string? Shadow(IReadOnlyList<RouteMatch> all)
    {
        RouteMatch[] before = [.. all.TakeWhile(other => other != this).Where(IsAskedWhere)];
        return Requests.Possible.IsEmpty ? null
            : before.FirstOrDefault(other => Requests.Possible.IsSubsetOf(other.Requests.Certain)) is { } one ? one.Place.Path
            : Requests.Possible.IsSubsetOf(RequestSet.Union(before.Select(other => other.Requests.Certain))) ? "the matches"
            : null;
    }

    /// <summary>Why nobody's request comes by, as far as one can tell.</summary>
    public string Why(GovernedControlPlane controlPlane, VirtualServiceConfig config)
    {
        if (Match is null)
        {
            return "";
        }

        var foreign = Match.Gateways.FirstOrDefault(gateway => !config.Gateways.Contains(gateway));
        return Match.ProxyNamespace is { } ns && !controlPlane.Workloads.Any(workload => workload.Namespace == ns)
                ? $": no workload is in the namespace {ns}"
            : !Match.ProxyLabels.IsEmpty && !controlPlane.Workloads.Any(workload => Match.ProxyLabels.Selects(workload.Labels))
                ? $": no workload has the labels {Match.ProxyLabels}"
            : foreign is not null ? $": the VirtualService is not for the gateway {foreign}"
            : Match.Port is { } port
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $": nobody asks for its hosts on port {port}")
            : "";
    }

    // Wherever this one is asked, the other one is asked before it.
    private bool IsAskedWhere(RouteMatch other) =>
        Gateways.All(other.Gateways.Contains)
        && (other.Match?.Port is null || other.Match.Port == Match?.Port)
        && (other.Match?.ProxyNamespace is null || other.Match.ProxyNamespace == Match?.ProxyNamespace)
        && (
            other.Match is null
            || other.Match.ProxyLabels.Labels.All(label => Match?.ProxyLabels.Labels.GetValueOrDefault(label.Key) == label.Value)
        );

    // The host and the scheme are the request's own, and there is none here.
    private static RequestBounds RequestsOf(HttpMatch? match) =>
        match is null ? RequestBounds.Everything
        : match.Authority is not null
        || match.Scheme is not null
        || match
            .Headers.Concat(match.WithoutHeaders)
            .Any(header => header.Name.StartsWith(':') || string.Equals(header.Name, "host", StringComparison.OrdinalIgnoreCase))
            ? RequestBounds.Unknown(RequestSet.Everything, "it asks for the host or the scheme")
        : SymbolicMatch.Of(match, new(RequestBounds.Everything), AnyRequest);
}
