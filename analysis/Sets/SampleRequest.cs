using System.Collections.Immutable;
using System.Text;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets.Rendering;
using MeshStack.Analysis.Sets.Texts;

namespace MeshStack.Analysis.Sets;

/// <summary>One request, with the headers and claims that matter.</summary>
public sealed record SampleRequest
{
    internal const string AnyHost = "localhost";

    /// <summary>The method, such as <c>GET</c>.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The path without its query; begins with a slash.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The host; <c>localhost</c> where it does not matter.</summary>
    public string Host { get; init; } = AnyHost;

    /// <summary>The caller, <c>TRUST-DOMAIN/ns/NAMESPACE/sa/SERVICE-ACCOUNT</c>; null for plaintext.</summary>
    public string? Identity { get; init; }

    /// <summary>The token's <c>ISSUER/SUBJECT</c>; null without a token.</summary>
    public string? RequestPrincipal { get; init; }

    /// <summary>Headers by their names, whose case does not matter.</summary>
    public ImmutableSortedDictionary<string, string> Headers
    {
        get;
        init => field = value.WithComparers(StringComparer.OrdinalIgnoreCase);
    } = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The texts of the token's claims, by path, such as <c>realm_access.roles</c>.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Claims { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>The caller's namespace; null for plaintext.</summary>
    public string? Namespace => Identity?.Split('/') is [_, "ns", var name, ..] ? name : null;

    /// <summary>The same request, as it is sent to a host and a port.</summary>
    internal Request AsRequest(string host, int port, RequestProtocol protocol) =>
        new()
        {
            Host = host,
            Port = port,
            Protocol = protocol,
            Method = Method,
            Path = Path,
            Headers = Headers,
            Token = RequestPrincipal is not { } principal
                ? null
                : new(principal[..principal.LastIndexOf('/')], principal[(principal.LastIndexOf('/') + 1)..])
                {
                    Audiences = Claims.GetValueOrDefault("aud") is { IsDefault: false } audiences ? audiences : [],
                    Claims = Claims.ToDictionary(
                        claim => claim.Key.Replace('.', '/'),
                        claim => (IReadOnlyList<string>)claim.Value,
                        StringComparer.Ordinal
                    ),
                },
        };

    internal bool IsPossible =>
        Universe.Methods.Contains(Method)
        && Universe.Paths.Contains(Path)
        && Universe.Hosts.Contains(Host)
        && (Identity is null || Universe.Identities.Contains(Identity))
        && (RequestPrincipal is null || Universe.RequestPrincipals.Contains(RequestPrincipal));

    /// <summary>Whether it is the same request, down to the order of a claim's texts.</summary>
    public bool Equals(SampleRequest? other) =>
        other is not null
        && (Method, Path, Host, Identity, RequestPrincipal)
            == (other.Method, other.Path, other.Host, other.Identity, other.RequestPrincipal)
        && Headers.Count == other.Headers.Count
        && Headers.All(header => other.Headers.TryGetValue(header.Key, out var value) && value == header.Value)
        && Claims.Count == other.Claims.Count
        && Claims.All(claim => other.Claims.TryGetValue(claim.Key, out var texts) && texts.SequenceEqual(claim.Value));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Method, Path, Host, Identity, RequestPrincipal, Headers.Count, Claims.Count);

    /// <summary>The request as one reads it aloud: <c>GET /a from td/ns/shop/sa/web where header x-team is a</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Method} {Path}");
        _ = Host == AnyHost ? text : text.Append(" on ").Append(Host);
        _ = Identity is null ? text : text.Append(" from ").Append(Identity);
        var conditions = Headers
            .Select(header =>
                $"header {header.Key.ToLowerInvariant()} is "
                + (SecretHeaders.Has(header.Key) ? MaskedText.Secret : TextPattern.Exact(header.Value))
            )
            .Concat(
                Claims
                    .Where(claim => !claim.Value.IsDefaultOrEmpty)
                    .Select(claim =>
                        $"claim {claim.Key} has "
                        + $"{string.Join(", ", claim.Value.Distinct().Order(StringComparer.Ordinal).Select(TextPattern.Exact))}"
                    )
            );
        var all = (RequestPrincipal is null ? conditions : conditions.Prepend($"request principal is {RequestPrincipal}")).ToArray();
        return (all.Length == 0 ? text : text.Append(" where ").AppendJoin(" and ", all)).ToString();
    }
}
