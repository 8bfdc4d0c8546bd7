using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>A VirtualService's match on a claim of the token that the gateway validated, written as a header.</summary>
/// <remarks>Source: https://istio.io/latest/docs/tasks/security/authentication/jwt-route/ and ToRoutingClaim in pkg/jwt of
/// istio/istio.</remarks>
internal static class ClaimMatch
{
    private const string Prefix = "@request.auth.claims";

    /// <summary>The claim's path, each part behind a slash; null for a name that is a header's.</summary>
    public static string? PathOf(string name) =>
        !name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? null
            : name[Prefix.Length..] switch
            {
                ['.', .. var dotted] => dotted.Replace('.', '/'),
                ['[', .. var bracketed, ']'] => bracketed.Replace("][", "/", StringComparison.Ordinal),
                _ => null,
            };

    /// <summary>Whether the claim is the text, or a list that has it.</summary>
    public static Certainty Matches(string path, StringMatch match, Token? token) =>
        token is null ? Certainty.No : Certainty.Any(token.ValuesOf(path), value => match.Matches(value));
}
