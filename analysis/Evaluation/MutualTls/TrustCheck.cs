using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.MutualTls;

/// <summary>Whether the two ends of an mTLS connection accept each other's certificates.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/ (trustDomain, trustDomainAliases,
/// caCertificates).</remarks>
internal static class TrustCheck
{
    public static TrustResult Check(Connection connection, Workload server, ClusterSnapshot controlPlane)
    {
        var peer = connection.Peer!;
        var mesh = controlPlane.Mesh;
        if ((connection.PeerPlane?.Mesh.HiddenTrustDomain ?? mesh.HiddenTrustDomain) is { } hidden)
        {
            return TrustResult.Unknown(hidden);
        }

        var isForeign = !mesh.OwnTrustDomains.Contains(peer.TrustDomain);
        var isAccepted = !isForeign || mesh.AcceptsAnyTrustDomain || mesh.CaTrustDomains.Contains(peer.TrustDomain);
        if (!isAccepted && (mesh.HiddenCaTrustDomains ?? mesh.HiddenAliases) is { } unreadable)
        {
            return TrustResult.Unknown(unreadable);
        }

        if (!isAccepted)
        {
            return TrustResult.Refused(
                $"{controlPlane.Name} does not accept certificates of the trust domain {peer.TrustDomain}",
                Cause.Mesh(
                    controlPlane.Name,
                    $"trustDomain is {mesh.TrustDomain}, trustDomainAliases are [{string.Join(", ", mesh.TrustDomainAliases)}], "
                        + $"caCertificates have [{string.Join(", ", mesh.CaTrustDomains)}]"
                )
            );
        }

        if (connection.Expected is { } expected && expected.Accepts(server.IdentityIn(mesh)) is { IsYes: false } accepts)
        {
            return accepts.IsNo
                ? TrustResult.Refused(
                    $"the client expects {string.Join(" or ", expected.Names.Count > 0 ? expected.Names : expected.Domains!)}, and the "
                        + $"server is {server.IdentityIn(mesh).Uri}",
                    [.. expected.Because]
                )
                : TrustResult.Unknown(accepts.Why!, [.. expected.Because]);
        }

        if (connection.PeerPlane is not { } other || other.Name == controlPlane.Name)
        {
            return TrustResult.Accepted(null);
        }

        return (other.Root, controlPlane.Root) switch
        {
            ({ } theirs, { } ours) when theirs != ours && isForeign && mesh.HiddenAliases is { } aliases => TrustResult.Unknown(aliases),
            ({ } theirs, { } ours) when theirs != ours && !isForeign => TrustResult.Refused(
                $"{other.Name} and {controlPlane.Name} have different root certificates",
                RootOf(other),
                RootOf(controlPlane)
            ),
            ({ } theirs, { } ours) when theirs == ours => TrustResult.Accepted(null),
            _ => TrustResult.Accepted($"{other.Name} and {controlPlane.Name} trust one root certificate, or each other's"),
        };
    }

    private static Cause RootOf(ClusterSnapshot controlPlane) =>
        new(controlPlane.Name, "Secret", controlPlane.Mesh.RootNamespace, "cacerts", "it holds the root certificate");
}
