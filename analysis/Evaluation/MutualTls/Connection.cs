using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Evaluation.MutualTls;

/// <summary>How a connection reaches a proxy.</summary>
/// <param name="Security">Who encrypts it, if anyone.</param>
/// <param name="Peer">The client's identity under mTLS.</param>
/// <param name="PeerPlane">The control plane that gave the identity.</param>
/// <param name="Sni">The server name of the TLS handshake.</param>
/// <param name="Expected">Whom the client accepts as the server.</param>
internal sealed record Connection(
    ConnectionSecurity Security,
    Identity? Peer = null,
    ClusterSnapshot? PeerPlane = null,
    string? Sni = null,
    ServerExpectation? Expected = null
)
{
    /// <summary>Why the client shows no identity; null where that is not told.</summary>
    public string? WhyNameless { get; init; }

    /// <summary>The objects by which it shows none.</summary>
    public IReadOnlyList<Cause> Nameless { get; init; } = [];

    /// <summary>The connection in its place where the other end takes HBONE; null for a client that speaks none.</summary>
    public Connection? Tunnelled { get; init; }

    /// <summary>True where it comes in the tunnel of ztunnel, a waypoint or another proxy that speaks HBONE.</summary>
    public bool IsHbone { get; init; }

    /// <summary>True where it comes from the network of a node, on which ztunnel leaves alone what goes to the node's own pods.</summary>
    public bool IsFromNode { get; init; }

    public bool IsMutualTls => Security == ConnectionSecurity.IstioMutual;
}
