using System.Globalization;
using System.Text.RegularExpressions;
using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Evaluation.Authorization;

/// <summary>Whether one value of a rule matches one request.</summary>
/// <remarks>Source: pilot/pkg/security/authz/model/generator.go of istio/istio.</remarks>
internal static class AttributeMatch
{
    public static Certainty Matches(AttributeTest test, string value, Arrival arrival) =>
        test.Attribute switch
        {
            RequestAttribute.Principal => StringPattern.From(value).Matches(arrival.Peer?.Principal),
            RequestAttribute.Namespace => Namespace(value, arrival.Peer),
            RequestAttribute.PlainNamespace => StringPattern.From(value).Matches(arrival.Peer?.Namespace),
            RequestAttribute.ServiceAccount => arrival.Peer is { } peer && !value.Contains('*', StringComparison.Ordinal)
                ? StringPattern.From(value).Matches($"{peer.Namespace}/{peer.ServiceAccount}")
                : Certainty.No,
            RequestAttribute.TrustDomain => TrustDomain(value, arrival.Peer?.TrustDomain),
            RequestAttribute.SourceIp => IpBlock.Contains(value, arrival.SourceAddress, "source"),
            RequestAttribute.RemoteIp => IpBlock.Contains(value, arrival.RemoteAddress, "client's"),
            RequestAttribute.DestinationIp => IpBlock.Contains(value, arrival.DestinationAddress, "destination"),
            RequestAttribute.Port => Placeholder.IsIn(value)
                ? Certainty.Unknown($"the port {value} is known only to a real run")
                : Certainty.From(int.TryParse(value, CultureInfo.InvariantCulture, out var port) && port == arrival.Port),
            RequestAttribute.Sni => StringPattern.From(value).Matches(arrival.Sni),
            RequestAttribute.Host => StringPattern.From(value).Matches(arrival.Http?.Authority, ignoreCase: true),
            RequestAttribute.Method => StringPattern.From(value).Matches(arrival.Http?.Method),
            RequestAttribute.Path => Path(value, arrival.Http?.PathWithoutQuery),
            RequestAttribute.Header => arrival.Http is { } http ? Header(test.Key, value, http) : Certainty.No,
            RequestAttribute.RequestPrincipal => RequestPrincipal(value, arrival.Token),
            RequestAttribute.Audience => Claim(arrival.Token, "aud", value),
            RequestAttribute.Presenter => Claim(arrival.Token, "azp", value),
            RequestAttribute.Claim => Claim(arrival.Token, test.Key, value),
            _ => Certainty.Unknown($"{test.Key} asks for the metadata of another filter"),
        };

    // Looked for in the whole of the URI, so that a wildcard takes what is around the namespace too: *sa is /ns/ANY/sa/.
    private static Certainty Namespace(string pattern, Identity? peer) =>
        peer is null ? Certainty.No
        : Placeholder.IsIn(pattern) ? StringPattern.From(pattern).Matches(peer.Namespace)
        : pattern.Contains('*', StringComparison.Ordinal)
            ? RegexMatch.Matches($".*/ns/{string.Join(".*", pattern.Split('*').Select(Regex.Escape))}/.*", peer.Uri)
        : Certainty.From(peer.Uri.Contains($"/ns/{pattern}/", StringComparison.Ordinal));

    // Its first star stands for any text without a slash, wherever it is.
    private static Certainty TrustDomain(string pattern, string? domain) =>
        domain is not null && !Placeholder.IsIn(pattern) && pattern.IndexOf('*', StringComparison.Ordinal) is > 0 and var star
            ? Certainty.From(
                domain.Length >= pattern.Length - 1
                    && domain.StartsWith(pattern[..star], StringComparison.Ordinal)
                    && domain.EndsWith(pattern[(star + 1)..], StringComparison.Ordinal)
            )
            : StringPattern.From(pattern).Matches(domain);

    private static Certainty Path(string pattern, string? path) =>
        path is not null && PathTemplate.IsIn(pattern)
            ? RegexMatch.Matches(PathTemplate.ToExpression(pattern), path)
            : StringPattern.From(pattern).Matches(path);

    private static Certainty Header(string name, string pattern, HttpRequest http) =>
        http.Header(name)
            .Matches(
                value => pattern == "*" ? Certainty.From(value is not null) : StringPattern.From(pattern).Matches(value),
                () => TextBounds.From(TextSet.HeaderValue(pattern))
            );

    private static Certainty RequestPrincipal(string pattern, Token? token)
    {
        if (token is null)
        {
            return Certainty.No;
        }

        // The last slash parts issuer and subject, because an issuer may be a URL.
        var slash = pattern.LastIndexOf('/');
        var (issuer, subject) = slash < 0 ? (pattern, "") : (pattern[..slash], pattern[(slash + 1)..]);
        return pattern switch
        {
            "*" => Present(token.Issuer).And(Present(token.Subject)),
            ['*', ..] when slash >= 0 => StringPattern.From(issuer).Matches(token.Issuer).And(Exactly(subject, token.Subject)),
            ['*', ..] => Present(token.Issuer).And(StringPattern.From(pattern).Matches(token.Subject)),
            [.., '*'] when slash >= 0 => Exactly(issuer, token.Issuer).And(StringPattern.From(subject).Matches(token.Subject)),
            [.., '*'] => StringPattern.From(pattern).Matches(token.Issuer).And(Present(token.Subject)),
            _ => Exactly(issuer, token.Issuer).And(Exactly(subject, token.Subject)),
        };
    }

    private static Certainty Present(string? text) => Certainty.From(!string.IsNullOrEmpty(text));

    // Of a claim that is not there nothing matches, not even the empty text.
    private static Certainty Exactly(string expected, string? text) => new StringPattern(StringPattern.Kind.Exact, expected).Matches(text);

    private static Certainty Claim(Token? token, string path, string pattern) =>
        token is null ? Certainty.No : Certainty.Any(token.ValuesOf(path), value => StringPattern.From(pattern).Matches(value));
}
