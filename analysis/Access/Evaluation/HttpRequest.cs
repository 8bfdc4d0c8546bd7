using System.Collections.Immutable;
using System.Globalization;

namespace MeshStack.Analysis.Access;

/// <summary>A request on its way; proxies rewrite it.</summary>
internal sealed record HttpRequest(string Authority, string Method, string Path, string Scheme, ImmutableDictionary<string, string> Headers)
{
    public string PathWithoutQuery => Path.AsSpan().IndexOfAny('?', '#') is var end && end >= 0 ? Path[..end] : Path;

    public string Query => Path.IndexOf('?', StringComparison.Ordinal) is var start && start >= 0 ? Path[(start + 1)..].Split('#')[0] : "";

    /// <summary>The authority without its port.</summary>
    public string Host => Authority.LastIndexOf(':') is var colon && colon > 0 && !Authority.EndsWith(']') ? Authority[..colon] : Authority;

    public static HttpRequest? Of(Request request)
    {
        if (request.Protocol == RequestProtocol.Tcp)
        {
            return null;
        }

        var headers = request.Headers.ToImmutableDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        var isDefaultPort = request.Port == (request.Protocol == RequestProtocol.Https ? 443 : 80);
        var authority = headers.GetValueOrDefault("host") ?? (isDefaultPort ? request.Host : string.Create(CultureInfo.InvariantCulture, $"{request.Host}:{request.Port}"));
        return new(authority, request.Method, request.Path.Length == 0 ? "/" : request.Path, request.Protocol == RequestProtocol.Https ? "https" : "http", headers.Remove("host"));
    }

    public string? Header(string name) => name.ToLowerInvariant() switch
    {
        ":authority" or "host" => Authority,
        ":method" => Method,
        ":path" => Path,
        ":scheme" => Scheme,
        _ => Headers.GetValueOrDefault(name),
    };

    public IEnumerable<string> QueryValues(string name) =>
        from pair in Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        where parts[0] == name
        select parts.Length > 1 ? parts[1] : "";
}
