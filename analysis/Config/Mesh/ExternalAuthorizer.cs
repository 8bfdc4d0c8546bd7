using System.Buffers;
using System.Globalization;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>An external authorizer of the mesh configuration's extensionProviders.</summary>
/// <remarks>Source: processExtensionProvider in pilot/pkg/security/authz/builder/extauthz.go of istio/istio, 1.30.3. Whether its service is
/// in the registry is left open.</remarks>
/// <param name="Name">The name by which policies ask for it.</param>
/// <param name="TakesTcp">False where istiod leaves it out for ports of which proxies see only bytes.</param>
/// <param name="HasUsualName">False where its name is no label of DNS, which some versions ask for.</param>
/// <param name="Problem">Why istiod does not take it, so that it denies what would be asked of it; null where it does.</param>
internal sealed record ExternalAuthorizer(string Name, bool TakesTcp, bool HasUsualName, string? Problem)
{
    private const string Http = "envoyExtAuthzHttp";
    private const string Grpc = "envoyExtAuthzGrpc";
    private const int LongestName = 63;

    private static readonly SearchValues<char> InNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    // What Envoy's StatusCode has between the first and the last of it.
    private static readonly HashSet<int> Statuses =
    [
        100,
        .. Enumerable.Range(200, 9),
        226,
        .. Enumerable.Range(300, 9).Where(status => status != 306),
        .. Enumerable.Range(400, 18),
        .. Enumerable.Range(421, 4),
        426,
        428,
        429,
        431,
        .. Enumerable.Range(500, 9),
        510,
        511,
    ];

    private static readonly string[] HeaderLists =
    [
        "includeRequestHeadersInCheck",
        "includeHeadersInCheck",
        "headersToDownstreamOnDeny",
        "headersToDownstreamOnAllow",
        "headersToUpstreamOnAllow",
    ];

    /// <summary>The authorizers among all providers, or null where masks hide a part of them.</summary>
    public static IReadOnlyList<ExternalAuthorizer>? In(Field providers)
    {
        if (Mask.IsWithin(providers.Value))
        {
            return null;
        }

        Dictionary<string, ExternalAuthorizer> found = new(StringComparer.Ordinal);
        foreach (var provider in providers.Items.Where(provider => provider[Http].Exists || provider[Grpc].Exists))
        {
            var name = provider["name"].Text ?? "";
            var isHttp = provider[Http].Exists;
            found[name] = new(
                name,
                !isHttp,
                IsUsual(name),
                name.Length == 0 ? "the name is missing"
                    : found.ContainsKey(name) ? "the name is there twice"
                    : ProblemOf(provider[isHttp ? Http : Grpc], isHttp)
            );
        }

        return [.. found.Values];
    }

    private static bool IsUsual(string name) =>
        name.Length is > 0 and <= LongestName && !name.AsSpan().ContainsAnyExcept(InNames) && !name.StartsWith('-') && !name.EndsWith('-');

    private static string? ProblemOf(Field provider, bool isHttp)
    {
        if (provider["service"].Text is not { Length: > 0 })
        {
            return "the service is missing";
        }

        if (provider["port"].Port() is not > 0)
        {
            return $"the port {provider["port"].Scalar()} is none";
        }

        if (
            provider["statusOnError"].Scalar() is { Length: > 0 } status
            && !(int.TryParse(status, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) && Statuses.Contains(code))
        )
        {
            return $"the statusOnError {status} is none that Envoy knows";
        }

        return !isHttp ? null
            : provider["pathPrefix"].Text is { Length: > 0 } prefix && !prefix.StartsWith('/')
                ? $"the pathPrefix {prefix} has no slash in front"
            : Array.Find(HeaderLists, list => provider[list].Texts().Contains("*")) is { } wild ? $"the list {wild} has a mere *"
            : null;
    }
}
