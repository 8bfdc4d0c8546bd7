using MeshStack.Analysis.Config.Mesh;

namespace MeshStack.Analysis.Config.Authorization;

/// <summary>Principals of policies for all trust domains that count as the own one.</summary>
/// <remarks>Source: pilot/pkg/security/trustdomain/bundle.go of istio/istio.</remarks>
internal static class TrustDomainAliases
{
    private const int PartsOfPrincipal = 5;

    public static IReadOnlyList<string> InPrincipals(IReadOnlyList<string> principals, MeshConfiguration mesh) =>
        [.. principals.SelectMany(principal => Expand(principal, mesh)).Distinct(StringComparer.Ordinal)];

    public static IReadOnlyList<string> InTrustDomains(IReadOnlyList<string> domains, MeshConfiguration mesh) =>
        [
            .. domains
                .SelectMany(domain => mesh.OwnTrustDomains.Contains(domain) ? mesh.OwnTrustDomains : [domain])
                .Distinct(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Expand(string principal, MeshConfiguration mesh)
    {
        var parts = principal.Split('/');
        if (parts.Length != PartsOfPrincipal || parts[0] == "*")
        {
            return [principal];
        }

        var domain = parts[0];
        if (domain != IstioNames.DefaultTrustDomain && !mesh.OwnTrustDomains.Any(own => Matches(own, domain)))
        {
            return [principal];
        }

        var rest = principal[(domain.Length + 1)..];
        return mesh.OwnTrustDomains.Select(own =>
            domain.StartsWith('*') && own.EndsWith(domain[1..], StringComparison.Ordinal) ? principal : $"{own}/{rest}"
        );
    }

    private static bool Matches(string own, string domain) =>
        own == domain
        || (domain.StartsWith('*') && own.EndsWith(domain[1..], StringComparison.Ordinal))
        || (domain.EndsWith('*') && own.StartsWith(domain[..^1], StringComparison.Ordinal));
}
