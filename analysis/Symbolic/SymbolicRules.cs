using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Evaluation.Authorization;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Symbolic;

/// <summary>The requests that rules of AuthorizationPolicies match, as one proxy sees them.</summary>
internal sealed class SymbolicRules(Arrival arrival, SymbolicRequest symbolic, bool areTokensSeen)
{
    private readonly bool _isAnyone = arrival.Peer?.ServiceAccount == SymbolicRequest.Anyone;

    /// <summary>True where the proxy sees only bytes.</summary>
    public bool AreOfTcp => arrival.Http is null;

    /// <summary>The requests that a rule matches, or null where istiod leaves it out.</summary>
    public RequestBounds? Of(AuthorizationRule rule, bool isAllow)
    {
        if (rule.On(arrival.Http is null, isAllow) is not { } enforced)
        {
            return null;
        }

        var match = Any(enforced.Sources).Intersect(Any(enforced.Operations)).Intersect(All(enforced.Conditions));
        return enforced.Unreadable is null
            ? match
            : match.Intersect(RequestBounds.Unknown(RequestSet.Everything, enforced.Unreadable.Reason));
    }

    private RequestBounds Any(IReadOnlyList<IReadOnlyList<AttributeTest>> alternatives) =>
        alternatives.Count == 1 ? All(alternatives[0]) : RequestBounds.Union(alternatives.Select(All));

    private RequestBounds All(IReadOnlyList<AttributeTest> tests)
    {
        var result = RequestBounds.Everything;
        foreach (var test in tests)
        {
            if (result.Possible.IsEmpty)
            {
                break;
            }

            if (test.Values.Count > 0 || test.HiddenValue is not null)
            {
                result = result.Intersect(Any(test, test.Values, test.HiddenValue));
            }

            if (test.NotValues.Count > 0 || test.HiddenNotValue is not null)
            {
                result = result.Except(Any(test, test.NotValues, test.HiddenNotValue));
            }
        }

        return result;
    }

    private RequestBounds Any(AttributeTest test, IReadOnlyList<string> values, Unreadable? hidden) =>
        hidden is null ? Any(test, values) : (values.Count == 0 ? RequestBounds.Nothing : Any(test, values)).Union(Hidden(test, hidden));

    // What one more value may match that is hidden: not what a request does not have.
    private RequestBounds Hidden(AttributeTest test, Unreadable hidden)
    {
        if (test.Attribute == RequestAttribute.Header)
        {
            return arrival.Http is { } http ? symbolic.HeaderIn(test.Key, TextBounds.Unknown(hidden.Reason), http) : RequestBounds.Nothing;
        }

        var having = test.IsOfPeer
            ? _isAnyone
                ? RequestSet.Identity(TextSet.Everything)
                : arrival.Peer is null
                    ? RequestSet.Nothing
                    : RequestSet.Everything
            : test.IsOfToken
                ? areTokensSeen
                    ? RequestSet.WithoutRequestPrincipal.Complement()
                    : RequestSet.Nothing
                : RequestSet.Everything;
        return RequestBounds.Unknown(having, hidden.Reason);
    }

    // Texts are united before they become requests: one set of a part instead of a union of requests.
    private RequestBounds Any(AttributeTest test, IReadOnlyList<string> values)
    {
        var isPlain = !values.Any(Placeholder.IsIn);
        return test.Attribute switch
        {
            RequestAttribute.Method when isPlain && arrival.Http is not null => RequestBounds.From(
                RequestSet.Methods(AttributeTexts.Union(test.Attribute, values))
            ),
            RequestAttribute.Path when isPlain && arrival.Http is not null => symbolic.PathIn(
                TextBounds.From(AttributeTexts.Union(test.Attribute, values))
            ),
            RequestAttribute.Principal
            or RequestAttribute.Namespace
            or RequestAttribute.PlainNamespace
            or RequestAttribute.ServiceAccount
            or RequestAttribute.TrustDomain when isPlain && _isAnyone => RequestBounds.From(
                RequestSet.Identity(AttributeTexts.Union(test.Attribute, values))
            ),
            RequestAttribute.RequestPrincipal
            or RequestAttribute.Audience
            or RequestAttribute.Presenter
            or RequestAttribute.Claim when !areTokensSeen => RequestBounds.Nothing,
            _ => RequestBounds.Union(values.Select(value => One(test, value))),
        };
    }

    private RequestBounds One(AttributeTest test, string value)
    {
        if (
            Placeholder.IsIn(value)
            && test.Attribute
                is not (RequestAttribute.Port or RequestAttribute.SourceIp or RequestAttribute.RemoteIp or RequestAttribute.DestinationIp)
        )
        {
            return RequestBounds.Unknown(RequestSet.Everything, $"\"{value}\" is known only to a real run");
        }

        return test.Attribute switch
        {
            RequestAttribute.RemoteIp
                when arrival.Http is { } http && arrival.RemoteAddress is { } address && address == arrival.SourceAddress => Forwarded(
                Of(AttributeMatch.Matches(test, value, arrival)),
                http
            ),
            RequestAttribute.Header when arrival.Http is { } http => symbolic.HeaderIn(
                test.Key,
                TextBounds.From(TextSet.HeaderValue(value)),
                http
            ),
            RequestAttribute.RequestPrincipal => RequestBounds.From(RequestSet.RequestPrincipal(TextSet.RequestPrincipal(value))),
            RequestAttribute.Audience => Claim("aud", value),
            RequestAttribute.Presenter => Claim("azp", value),
            RequestAttribute.Claim => test.Key switch
            {
                "iss" => RequestBounds.From(RequestSet.RequestPrincipal(AttributeTexts.Issuer(value))),
                "sub" => RequestBounds.From(RequestSet.RequestPrincipal(AttributeTexts.Subject(value))),
                _ => Claim(test.Key.Replace('/', '.'), value),
            },
            _ => Of(AttributeMatch.Matches(test, value, arrival)),
        };
    }

    // A sidecar believes what a request says of its way.
    private RequestBounds Forwarded(RequestBounds bounds, HttpRequest http)
    {
        var said = symbolic.HeaderIn(Arrival.ForwardedFor, TextBounds.From(TextSet.Everything), http);
        return bounds
            .Except(said)
            .Union(RequestBounds.Unknown(said.Possible, $"the header {Arrival.ForwardedFor} says where the request comes from"));
    }

    // Who has no token has no claims either.
    private static RequestBounds Claim(string path, string value) =>
        RequestBounds.From(RequestSet.Claim(path, TextSet.Istio(value)).Except(RequestSet.WithoutRequestPrincipal));

    private static RequestBounds Of(Certainty certainty) =>
        certainty.Value switch
        {
            true => RequestBounds.Everything,
            false => RequestBounds.Nothing,
            null => RequestBounds.Unknown(RequestSet.Everything, certainty.Why!),
        };
}
