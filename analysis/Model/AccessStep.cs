namespace MeshStack.Analysis.Model;

/// <summary>The steps of a request, in their order.</summary>
public enum AccessStep
{
    /// <summary>The host resolves at the client.</summary>
    Dns,

    /// <summary>The client's proxy is told of the service.</summary>
    Visibility,

    /// <summary>A VirtualService chooses the destination.</summary>
    Route,

    /// <summary>A DestinationRule chooses the subset and the client's TLS.</summary>
    DestinationRule,

    /// <summary>The service has endpoints that the client reaches.</summary>
    Endpoints,

    /// <summary>A gateway on the way takes the connection.</summary>
    Gateway,

    /// <summary>The client's TLS is what the server's PeerAuthentication asks for.</summary>
    MutualTls,

    /// <summary>The two ends accept each other's certificates.</summary>
    TrustDomain,

    /// <summary>RequestAuthentications accept the token.</summary>
    RequestAuthentication,

    /// <summary>AuthorizationPolicies let the request through.</summary>
    Authorization,
}
