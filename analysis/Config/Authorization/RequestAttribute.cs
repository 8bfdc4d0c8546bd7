namespace MeshStack.Analysis.Config.Authorization;

/// <summary>What a field or condition of an AuthorizationPolicy looks at.</summary>
internal enum RequestAttribute
{
    Principal,
    RequestPrincipal,
    Namespace,
    ServiceAccount,
    TrustDomain,
    SourceIp,
    RemoteIp,
    Host,
    Port,
    Method,
    Path,
    Header,
    Audience,
    Presenter,
    Claim,
    DestinationIp,
    Sni,
    EnvoyFilter,

    /// <summary>The caller's namespace as ztunnel compares it, by itself.</summary>
    PlainNamespace,
}
