using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Sets.Automata;

namespace MeshStack.Analysis.Symbolic;

/// <summary>What RequestAuthentications make of the tokens of requests: none passes, and a valid one for the right audience does.</summary>
/// <param name="Accepted">The requests that are not answered with 401 or 403.</param>
/// <param name="AreSeen">True where policies see the claims.</param>
/// <param name="Parts">What becomes of the tokens afterwards, in parts that share no request.</param>
internal sealed record SymbolicTokens(RequestBounds Accepted, bool AreSeen, IReadOnlyList<(RequestSet Requests, TokenPlace Place)> Parts)
{
    public static SymbolicTokens None(SymbolicRequest symbolic) => new(RequestBounds.Everything, false, All(symbolic.Token));

    public static SymbolicTokens From(IReadOnlyList<JwtRule> rules, SymbolicRequest symbolic)
    {
        if (rules.Count == 0 || symbolic.Token == TokenPlace.Gone)
        {
            return None(symbolic);
        }

        if (symbolic.Token == TokenPlace.Unknown)
        {
            return Unknown("it is not known whether a gateway on the way forwards the token");
        }

        var usual = new Token("");
        if (rules.FirstOrDefault(rule => !rule.Reads(usual)) is { } other)
        {
            return Unknown($"{other.Manifest.Reference} reads tokens from another place than the header authorization");
        }

        var accepted = rules.Select(Accepts).Append(RequestSet.WithoutRequestPrincipal);
        return new(RequestBounds.From(RequestSet.Union(accepted)), true, PartsOf(rules));
    }

    /// <summary>The requests with the headers that are made of tokens: which text a claim has is not evaluated.</summary>
    public static SymbolicRequest Headers(IReadOnlyList<JwtRule> rules, bool areTokensSeen, SymbolicRequest symbolic) =>
        rules
            .SelectMany(TokenHeaders.NamesOf)
            .Aggregate(
                symbolic,
                (left, name) =>
                    left.With(
                        name,
                        areTokensSeen ? new(null, $"the header {name} is made of the token") { IsOfToken = true } : new(Value: null)
                    )
            );

    private static SymbolicTokens Unknown(string reason) =>
        new(
            RequestBounds.From(RequestSet.WithoutRequestPrincipal).Union(RequestBounds.Unknown(RequestSet.Everything, reason)),
            true,
            All(TokenPlace.Unknown)
        );

    // The first rule that takes a token says whether the next proxy gets it.
    private static (RequestSet Requests, TokenPlace Place)[] PartsOf(IReadOnlyList<JwtRule> rules)
    {
        if (rules.All(rule => rule.ForwardsToken == rules[0].ForwardsToken))
        {
            return All(rules[0].ForwardsToken ? TokenPlace.Carried : TokenPlace.Gone);
        }

        var (carried, left) = (RequestSet.Nothing, RequestSet.Everything);
        foreach (var rule in rules)
        {
            var taken = Accepts(rule);
            carried = rule.ForwardsToken ? RequestSet.Union([carried, taken.Intersect(left)]) : carried;
            left = left.Except(taken);
        }

        return [(carried, TokenPlace.Carried), (carried.Complement(), TokenPlace.Gone)];
    }

    private static (RequestSet Requests, TokenPlace Place)[] All(TokenPlace place) => [(RequestSet.Everything, place)];

    private static RequestSet Accepts(JwtRule rule)
    {
        var issued = RequestSet.RequestPrincipal(
            TextSet.From([.. GlobPart.Literal($"{rule.Issuer}/"), .. GlobPart.Some(CharRange.NotSlash)])
        );
        return rule.Audiences.Count == 0
            ? issued
            : issued.Intersect(RequestSet.Claim("aud", TextSet.Union(rule.Audiences.Select(TextSet.Exact))));
    }
}
