using System.Collections.Immutable;
using System.Globalization;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Http;

/// <summary>A request on its way; proxies rewrite it.</summary>
internal sealed record HttpRequest(string Authority, string Method, string Path, string Scheme, ImmutableDictionary<string, string> Headers)
{
    public string PathWithoutQuery => Path.AsSpan().IndexOfAny('?', '#') is var end && end >= 0 ? Path[..end] : Path;

    public string Query => Path.IndexOf('?', StringComparison.Ordinal) is var start && start >= 0 ? Path[(start + 1)..].Split('#')[0] : "";

    /// <summary>The authority without its port.</summary>
    public string Host => Authority.LastIndexOf(':') is var colon && colon > 0 && !Authority.EndsWith(']') ? Authority[..colon] : Authority;

    /// <summary>The token whose claims the proxy's routes see; null without one.</summary>
    public Token? Claims { get; init; }

    /// <summary>The headers that proxies wrote, as far as their text is not known.</summary>
    private ImmutableDictionary<string, HeaderChange> Written { get; init; } =
        ImmutableDictionary.Create<string, HeaderChange>(StringComparer.OrdinalIgnoreCase);

    private bool IsRead { get; init; }

    public static HttpRequest? From(Request request)
    {
        if (request.Protocol == RequestProtocol.Tcp)
        {
            return null;
        }

        var headers = request.Headers.ToImmutableDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        var isDefaultPort = request.Port == (request.Protocol == RequestProtocol.Https ? 443 : 80);
        var authority =
            headers.GetValueOrDefault("host")
            ?? (isDefaultPort ? request.Host : string.Create(CultureInfo.InvariantCulture, $"{request.Host}:{request.Port}"));
        return new(
            authority,
            request.Method,
            request.Path.Length == 0 ? "/" : request.Path,
            request.Protocol == RequestProtocol.Https ? "https" : "http",
            headers.Remove("host")
        );
    }

    public HeaderText Header(string name) =>
        name.ToLowerInvariant() switch
        {
            ":authority" or "host" => new(Authority),
            ":method" => new(Method),
            ":path" => new(Path),
            ":scheme" => new(Scheme),
            var lower when IsRead && ProxyHeaders.WhyUnknown(lower) is { } why => new(null, why),
            _ => Written.TryGetValue(name, out var change)
                ? new(null, change.Unknown, change.IsPresent)
                : new(Headers.GetValueOrDefault(name)),
        };

    /// <summary>The request once a proxy read it.</summary>
    public HttpRequest Read(ProxyHeaders headers) =>
        headers
            .Changes.Where(one => !one.Change.IsDefault || !(Headers.ContainsKey(one.Name) || Written.ContainsKey(one.Name)))
            .Aggregate(this with { IsRead = true, Claims = null }, (request, one) => request.With(one.Name, one.Change));

    /// <summary>The request with one header as a proxy left it.</summary>
    public HttpRequest With(string name, HeaderChange change) =>
        this with
        {
            Headers = change is { Unknown: null, Value: { } value } ? Headers.SetItem(name, value) : Headers.Remove(name),
            Written = change.Unknown is null ? Written.Remove(name) : Written.SetItem(name, change),
        };

    /// <summary>The request with a value added to a header.</summary>
    public HttpRequest Add(string name, string value) =>
        Written.TryGetValue(name, out var change)
            ? With(name, change with { IsPresent = true })
            : With(name, new(Headers.TryGetValue(name, out var given) ? $"{given},{value}" : value));

    /// <summary>The first value of a query parameter, which alone is matched; null without one.</summary>
    /// <remarks>Source: QueryParameterMatcher in source/common/router/config_utility.cc of envoyproxy/envoy.</remarks>
    public string? QueryValue(string name) =>
        (
            from pair in Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            let parts = pair.Split('=', 2)
            where parts[0] == name
            select parts.Length > 1 ? parts[1] : ""
        ).FirstOrDefault();
}
