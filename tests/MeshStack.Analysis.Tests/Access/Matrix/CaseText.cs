using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Model;
using YamlDotNet.Serialization;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>A disagreement as a file of Access/Cases.</summary>
internal static class CaseText
{
    public static string Of(Disagreement found)
    {
        var mesh = found.Mesh;
        return new SerializerBuilder()
            .WithQuotingNecessaryStrings()
            .DisableAliases()
            .Build()
            .Serialize(
                Given(
                    ("apiVersion", "access/v1"),
                    ("kind", "Case"),
                    ("mesh", mesh.Settings.ToDictionary(one => one.Key, one => Settings(one.Value))),
                    (
                        "releases",
                        ByCluster(
                            mesh.Releases,
                            release => release.Cluster,
                            release =>
                                Map(
                                    ("namespace", release.Namespace),
                                    ("name", release.Name),
                                    ("chart", release.Chart),
                                    ("values", release.Values)
                                )
                        )
                    ),
                    (
                        "workloads",
                        ByCluster(
                            mesh.Workloads,
                            workload => workload.Cluster,
                            workload =>
                                Given(
                                    ("name", workload.Name),
                                    ("namespace", workload.Namespace),
                                    ("labels", workload.Labels),
                                    ("serviceAccount", workload.ServiceAccount),
                                    ("sidecar", workload.HasSidecar ? null : false)
                                )
                        )
                    ),
                    (
                        "gateways",
                        mesh.Gateways.GroupBy(gateway => gateway.Cluster)
                            .ToDictionary(
                                own => own.Key,
                                own => own.ToDictionary(gateway => gateway.Address, gateway => $"{gateway.Namespace}/{gateway.Service}")
                            )
                    ),
                    ("objects", ByCluster(mesh.Manifests, manifest => manifest.Cluster, manifest => manifest.Body)),
                    ("from", From(found.Caller)),
                    ("request", Request(found.Request)),
                    ("expect", Map(("decision", found.Verdict.Decision), ("step", found.Verdict.Step.ToString())))
                )
            );
    }

    private static Dictionary<string, object[]> ByCluster<T>(IReadOnlyList<T> items, Func<T, string> clusterOf, Func<T, object> shown) =>
        items.GroupBy(clusterOf).ToDictionary(own => own.Key, own => own.Select(shown).ToArray());

    private static Dictionary<string, object?> Settings(ClusterSettings settings) =>
        Given(
            ("network", settings.Network),
            ("istioVersion", settings.IstioVersion),
            ("trustDomain", settings.TrustDomain),
            ("trustDomainAliases", settings.TrustDomainAliases),
            ("caTrustDomains", settings.CaTrustDomains),
            ("dnsCapture", settings.DnsCapture),
            ("outboundTrafficPolicy", settings.OutboundTrafficPolicy),
            ("remoteSecretsTo", settings.RemoteSecretsTo)
        );

    private static Dictionary<string, object?> From(Caller caller) =>
        caller is Caller.InMesh workload
            ? Map(("cluster", workload.Cluster), ("namespace", workload.Namespace), ("serviceAccount", workload.ServiceAccount))
            : Map(("cluster", caller.Cluster), ("outside", true), ("certificate", ((Caller.Outside)caller).HasCertificate));

    private static Dictionary<string, object?> Request(Request request) =>
        Given(
            ("host", request.Host),
            ("port", request.Port),
            ("protocol", request.Protocol.ToString()),
            ("method", request.Method),
            ("path", request.Path),
            ("headers", request.Headers.Count > 0 ? request.Headers : null),
            (
                "token",
                request.Token is { } token
                    ? Given(
                        ("issuer", token.Issuer),
                        ("subject", token.Subject),
                        ("audiences", token.Audiences.Count > 0 ? token.Audiences : null),
                        ("claims", token.Claims.Count > 0 ? token.Claims : null)
                    )
                    : null
            )
        );
}
