using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Topology.Gateways;

/// <summary>A name and a port that a Gateway API's Gateway or an Ingress opens to the outside; what its routes do with a request is not
/// evaluated.</summary>
/// <param name="Opening">The Gateway or the Ingress.</param>
/// <param name="Route">The object that routes the name.</param>
/// <param name="Gateway">The pods that take the requests, as reports name them.</param>
/// <param name="Host">The name, maybe a wildcard.</param>
/// <param name="Port">The port.</param>
/// <param name="Protocol">What a client sends that means to be understood.</param>
/// <param name="Backends">What the routes may lead to.</param>
internal sealed record IngressEntryPoint(
    Manifest Opening,
    Manifest Route,
    string Gateway,
    string Host,
    int Port,
    RequestProtocol Protocol,
    IReadOnlyList<AccessTarget> Backends
)
{
    public string Reason => $"{Route.Reference} is Kubernetes' own kind of route, which is not evaluated";

    public IReadOnlyList<Cause> Because =>
        Opening == Route
            ? [Cause.From(Route, $"it opens port {Port} for {Host}")]
            : [Cause.From(Opening, $"it opens port {Port} for {Host}"), Cause.From(Route, "it is attached to it")];

    /// <summary>A name that it takes; a wildcard is asked for by one of its names.</summary>
    public string Asked =>
        Host == "*" ? "any.example"
        : Host.StartsWith('*') ? $"any{Host[1..]}"
        : Host;

    public bool Takes(string host, int port) => port == Port && HostMatch.IsSubset(host.ToLowerInvariant(), Host);
}
