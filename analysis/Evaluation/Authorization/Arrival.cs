using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Authorization;

/// <summary>A request as a proxy sees it before it decides.</summary>
internal sealed record Arrival
{
    /// <summary>The header in which a request may name another remote address than its connection has.</summary>
    public const string ForwardedFor = "x-forwarded-for";

    /// <summary>The peer's identity; null without mTLS.</summary>
    public Identity? Peer { get; init; }

    /// <summary>Why there is none; null where that is not told.</summary>
    public string? WhyNameless { get; init; }

    public bool IsMutualTls { get; init; }

    /// <summary>True where TLS ends at the proxy, whoever's it is.</summary>
    public bool IsTls { get; init; }

    public string? Sni { get; init; }

    /// <summary>The port of the pod.</summary>
    public required int Port { get; init; }

    /// <summary>The request, or null where the proxy sees only bytes.</summary>
    public HttpRequest? Http { get; init; }

    /// <summary>The claims of the validated token; null without one.</summary>
    public Token? Token { get; init; }

    /// <summary>Why there is none; null where the request has none that a RequestAuthentication reads.</summary>
    public string? WhyTokenless { get; init; }

    public string? SourceAddress { get; init; }

    public string? RemoteAddress { get; init; }

    public string? DestinationAddress { get; init; }
}
