using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.MutualTls;

/// <summary>Whom a client accepts as the server of an mTLS connection.</summary>
/// <param name="Names">The URIs of which one has to be the server's; none leaves it to the domains.</param>
/// <param name="Domains">The trust domains under which the client knows the server's service account; null accepts any.</param>
/// <param name="Because">The objects that say so.</param>
internal sealed record ServerExpectation(IReadOnlyList<string> Names, IReadOnlyList<string>? Domains, IReadOnlyList<Cause> Because)
{
    /// <summary>What hides other trust domains of the client.</summary>
    public Unreadable? HiddenDomains { get; init; }

    public Certainty Accepts(Identity server)
    {
        if (Names.Count == 0)
        {
            return Domains is null || Domains.Contains(server.TrustDomain) ? Certainty.Yes
                : HiddenDomains is null ? Certainty.No
                : Certainty.Unknown(HiddenDomains.Reason);
        }

        return Certainty.Any(
            Names,
            name =>
                Placeholder.IsIn(name)
                    ? Certainty.Unknown($"the server's name {name} is known only to a real run")
                    : Certainty.From(name == server.Uri)
        );
    }
}
