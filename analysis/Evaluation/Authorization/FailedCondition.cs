using System.Text.RegularExpressions;
using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Authorization;

/// <summary>What a field or condition of a rule asks for, and what the request has instead.</summary>
/// <remarks>What headers and tokens hold may be a secret, and is not said.</remarks>
internal static class FailedCondition
{
    private const int MostValues = 4;

    /// <summary>Why a test leaves out the whole of an ALLOW rule; null where it does not.</summary>
    public static string? LeavingOut(AttributeTest test, bool isTcp) =>
        isTcp && test.IsHttpOnly ? $"{NameOf(test, test.Values.Count == 0)} asks for HTTP, and the proxy sees bytes alone on this port"
        : test.HasInvalid
            ? $"{NameOf(test, test.Values.Count == 0)} has {test.Values.Concat(test.NotValues).First(test.IsInvalid)}, "
                + "which no proxy can be configured with: istiod leaves out the rule"
        : null;

    /// <summary>The parts of a test that fail.</summary>
    public static IEnumerable<string> Of(AttributeTest test, Arrival arrival)
    {
        if (
            (test.Values.Count > 0 || test.HiddenValue is not null)
            && test.HiddenValue is null
            && Certainty.Any(test.Values, value => AttributeMatch.Matches(test, value, arrival)).IsNo
        )
        {
            yield return $"{NameOf(test, isNot: false)} asks for {Asked(test, test.Written)}, {Given(test, arrival)}{Star(test, arrival)}";
        }

        if (Certainty.Any(test.NotValues, value => AttributeMatch.Matches(test, value, arrival)).IsYes)
        {
            yield return $"{NameOf(test, isNot: true)} leaves out {Asked(test, test.WrittenNot)}, {Given(test, arrival)}";
        }
    }

    private static string NameOf(AttributeTest test, bool isNot)
    {
        var path = ((isNot ? test.WrittenNot : test.Written)?.Path ?? "").Replace("spec.", "", StringComparison.Ordinal);
        return test.Condition is null ? path : $"{path} ({test.Condition})";
    }

    private static string Asked(AttributeTest test, Field? written)
    {
        var values = written?.Texts().Where(value => !Mask.IsIn(value)).ToArray() ?? [];
        var isPresence = values is ["*"];
        return test.Attribute == RequestAttribute.Header && !isPresence ? $"{values.Length} value{(values.Length == 1 ? "" : "s")}"
            : isPresence ? "any"
            : string.Join(" or ", values.Take(MostValues))
                + (values.Length > MostValues ? FormattableString.Invariant($" or {values.Length - MostValues} more") : "");
    }

    private static string Given(AttributeTest test, Arrival arrival)
    {
        var who = arrival.Peer is null ? $"the caller has none{(arrival.WhyNameless is null ? "" : $": {arrival.WhyNameless}")}" : null;
        return test.Attribute switch
        {
            RequestAttribute.Principal => who ?? $"the caller is {arrival.Peer!.Principal}",
            RequestAttribute.Namespace or RequestAttribute.PlainNamespace => who ?? $"the caller's is {arrival.Peer!.Namespace}",
            RequestAttribute.ServiceAccount => who ?? $"the caller's is {arrival.Peer!.Namespace}/{arrival.Peer.ServiceAccount}",
            RequestAttribute.TrustDomain => who ?? $"the caller's is {arrival.Peer!.TrustDomain}",
            RequestAttribute.SourceIp => $"the connection comes from {arrival.SourceAddress}",
            RequestAttribute.RemoteIp => $"the client's address is {arrival.RemoteAddress}",
            RequestAttribute.DestinationIp => $"the pod's address is {arrival.DestinationAddress}",
            RequestAttribute.Port => FormattableString.Invariant($"the pod's port is {arrival.Port}"),
            RequestAttribute.Sni => arrival.Sni is null ? "the connection has none" : $"the connection has {arrival.Sni}",
            RequestAttribute.Header => arrival.Http?.Header(test.Key) is not { Value: null, Unknown: null } and not null
                ? "the request has another"
                : "the request has none",
            RequestAttribute.Host => Has(arrival.Http?.Authority),
            RequestAttribute.Method => Has(arrival.Http?.Method),
            RequestAttribute.Path => Has(arrival.Http?.PathWithoutQuery),
            _ when !test.IsOfToken => "the request has none",
            _ when arrival.Token is not null => "the token has another or none",
            _ => $"the request has no token{(arrival.WhyTokenless is null ? "" : $": {arrival.WhyTokenless}")}",
        };
    }

    private static string Has(string? value) => value is null ? "the proxy sees bytes alone" : $"the request has {value}";

    // Worth saying where the value would match if a star counted wherever it stands.
    private static string Star(AttributeTest test, Arrival arrival)
    {
        var given = test.Attribute switch
        {
            RequestAttribute.Principal => arrival.Peer?.Principal,
            RequestAttribute.ServiceAccount => arrival.Peer is { } peer ? $"{peer.Namespace}/{peer.ServiceAccount}" : null,
            RequestAttribute.Host => arrival.Http?.Authority,
            RequestAttribute.Path => arrival.Http?.PathWithoutQuery,
            RequestAttribute.Method => arrival.Http?.Method,
            _ => null,
        };
        var literal = test.Values.FirstOrDefault(value =>
            given is not null
            && value.Contains('*', StringComparison.Ordinal)
            && !PathTemplate.IsIn(value)
            && RegexMatch.Matches(string.Join(".*", value.Split('*').Select(Regex.Escape)), given).IsYes
        );
        return literal is null ? ""
            : test.Attribute == RequestAttribute.ServiceAccount ? "; a star in it is a literal one"
            : "; a star that is neither its first nor its last letter is a literal one";
    }
}
