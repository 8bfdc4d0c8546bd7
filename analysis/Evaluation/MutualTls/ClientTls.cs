using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Endpoints;
using MeshStack.Analysis.Evaluation.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.MutualTls;

/// <summary>How a client's proxy encrypts: as the DestinationRule says, else with mTLS where the endpoint is known to take it.</summary>
/// <remarks>Source: pilot/pkg/networking/core/cluster_tls.go and pilot/pkg/xds/endpoints/mtls_checker.go of istio/istio.</remarks>
internal static class ClientTls
{
    /// <summary>Whether the client's control plane means to use mTLS with a workload.</summary>
    public static Certainty IsMutual(Client client, DestinationPolicy policy, Workload workload, int port)
    {
        if (policy.TlsMode is not { } mode)
        {
            return IsMutual(client, workload, port);
        }

        var said = Said(mode);
        if (!policy.IsTlsOfTheRule || client.ControlPlane.Mesh.Semantics.SubsetsHaveTheRulesTls == true)
        {
            return said;
        }

        var own = IsMutual(client, workload, port);
        return client.ControlPlane.Mesh.Semantics.SubsetsHaveTheRulesTls == false ? own
            : said.Value == own.Value ? said
            : Certainty.Unknown(
                "a subset without tls has its DestinationRule's where other networks are reached since Istio 1.31, and the version of "
                    + "Istio is not known"
            );

        static Certainty Said(string mode) =>
            mode is "ISTIO_MUTUAL" or "DISABLE" or "SIMPLE" or "MUTUAL"
                ? Certainty.From(mode == "ISTIO_MUTUAL")
                : Certainty.Unknown($"tls mode {mode} is not known");
    }

    private static Certainty IsMutual(Client client, Workload workload, int port)
    {
        if (!client.ControlPlane.Mesh.EnableAutoMtls || !workload.TakesMutualTls)
        {
            return Certainty.No;
        }

        if (workload.Sidecar == SidecarPresence.Unknown && !workload.Labels.ContainsKey(Workload.TlsModeLabel))
        {
            return Certainty.Unknown($"{workload}: {workload.SidecarReason}");
        }

        // The client's control plane reads its own cluster's PeerAuthentications, not those of the server's cluster.
        var seen = client.ControlPlane.Policies.Of(workload).Modes.Of(port);
        return seen.Mode == MutualTlsMode.Unknown ? Certainty.Unknown(seen.Reason) : Certainty.From(seen.Mode != MutualTlsMode.Disable);
    }

    public static (Connection? Connection, string? Why, IReadOnlyList<Cause> Because) To(
        Client client,
        RequestContext context,
        Destination to,
        Endpoint.Direct direct
    )
    {
        if (direct.Workload.IsAmbient)
        {
            return ToAmbient(client, to, direct.Workload);
        }

        if (Given(client, context, to, direct.IsRegistered) is { } given)
        {
            return given;
        }

        var mutual = HeadlessService.IsFor(client, to.Service)
            ? HeadlessService.IsMutual(client, to.Service)
            : IsMutual(client, to.Policy, direct.Workload, direct.Port);
        if (mutual.Value != false)
        {
            mutual = Certainty.All<Certainty>([MeansMutual(client, to), mutual], one => one);
        }

        return mutual.Value switch
        {
            true => (Mutual(client, to, direct.IsRegistered), null, []),
            false => (Plain(context, WhyPlain(client, context, to, direct)), null, []),
            _ => (null, mutual.Why, [direct.Workload.Because(mutual.Why!)]),
        };
    }

    // Proxies speak HBONE with the pods of which istiod knows that ztunnel serves them.
    // Source: https://github.com/istio/istio/blob/1.31.0-rc.0/pilot/pkg/xds/endpoints/endpoint_builder.go, supportTunnel.
    private static (Connection? Connection, string? Why, IReadOnlyList<Cause> Because) ToAmbient(
        Client client,
        Destination to,
        Workload server
    )
    {
        var why =
            to.Policy.TlsMode is { } mode ? $"tls mode {mode} of a DestinationRule for pods in ambient mode is not evaluated"
            : HeadlessService.IsFor(client, to.Service)
                ? $"{to.Service.Host} is headless, and how proxies call its pods in ambient mode is not evaluated"
            : client.ControlPlane.Name != client.Snapshot.ControlPlaneOf(server.Cluster).Name
                ? $"ambient mode across clusters is not evaluated, and {server} is in {server.Cluster}"
            : null;
        return why is null
            ? (new(ConnectionSecurity.IstioMutual, client.Identity, client.ControlPlane) { IsHbone = true }, null, [])
            : (null, why, [server.Because(server.SidecarReason)]);
    }

    /// <summary>
    /// Whether a proxy means to use mTLS for a service at all, where no DestinationRule says so: it goes by the PeerAuthentication of the
    /// whole namespace, whatever single workloads demand.
    /// </summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/model/push_context.go, BestEffortInferServiceMTLSMode.
    /// </remarks>
    public static Certainty MeansMutual(Client client, Destination to)
    {
        if (to.Policy.TlsMode is not null)
        {
            return Certainty.Yes;
        }

        if (to.Service.IsExternal)
        {
            return Certainty.No;
        }

        var wide = client.ControlPlane.Policies.OfNamespace(to.Service.Namespace);
        return wide.Mode == MutualTlsMode.Unknown ? Certainty.Unknown(wide.Reason) : Certainty.From(wide.Mode != MutualTlsMode.Disable);
    }

    public static (Connection? Connection, string? Why, IReadOnlyList<Cause> Because) ToAddress(
        Client client,
        RequestContext context,
        Destination to,
        StaticEndpoint at
    ) =>
        Given(client, context, to, isRegistered: at.ServiceAccount is not null) is { } given ? given
        : MeansMutual(client, to).Value == false ? (Plain(context, context.Requests.IsExplained ? WhyNamespace(client, to) : []), null, [])
        : client.ControlPlane.Mesh.EnableAutoMtls && at.Labels.GetValueOrDefault(Workload.TlsModeLabel) == "istio"
            ? (Mutual(client, to, at.ServiceAccount is not null), null, [])
        : (
            Plain(context, context.Requests.IsExplained ? [to.Service.Because($"nothing says that {at.Address} takes mTLS")] : []),
            null,
            []
        );

    public static Connection Mutual(Client client, Destination to, bool isRegistered)
    {
        var tls = to.Policy.Tls;
        var names = tls?["subjectAltNames"].Texts() ?? [];
        names = names.Count > 0 ? names : to.Service.SubjectAltNames;
        if (names.Count == 0 && !isRegistered)
        {
            // An address without an account is held against the accounts of the other endpoints.
            names =
            [
                .. from account in EndpointResolver.AccountsOf(client, to.Service).Distinct()
                from domain in client.ControlPlane.Mesh.OwnTrustDomains
                select $"spiffe://{domain}/ns/{account.Namespace}/sa/{account.Account}",
            ];
        }

        var sni = tls?["sni"].Text is { Length: > 0 } given ? given : new SniName(to.Port, to.Subset, to.Service.Host).ToString();
        var expected = new ServerExpectation(
            names,
            isRegistered ? client.ControlPlane.Mesh.OwnTrustDomains : null,
            names.Count == 0
                ? [to.Service.Because("its workloads are known by the client's trust domains")]
                : to.Policy.Because("subjectAltNames name the server")
        )
        {
            HiddenDomains = client.ControlPlane.Mesh.HiddenAliases,
        };
        return new(ConnectionSecurity.IstioMutual, client.Identity, client.ControlPlane, sni, expected);
    }

    private static (Connection? Connection, string? Why, IReadOnlyList<Cause> Because)? Given(
        Client client,
        RequestContext context,
        Destination to,
        bool isRegistered
    ) =>
        to.Policy.TlsMode switch
        {
            null => null,
            "DISABLE" => (Plain(context, Because(context, to, "tls mode is DISABLE")), null, []),
            "ISTIO_MUTUAL" => (Mutual(client, to, isRegistered), null, []),
            "SIMPLE" => (Own(ConnectionSecurity.Simple, to, context), null, []),

            // Without certificates of its own istiod drops all of it, and the proxy sends plain text.
            // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/cluster_tls.go, buildUpstreamClusterTLSContext.
            "MUTUAL" when !HasCertificate(to.Policy.Tls) => (
                Plain(context, Because(context, to, "tls mode is MUTUAL, without a certificate")),
                null,
                []
            ),
            "MUTUAL" => (Own(ConnectionSecurity.Mutual, to, context), null, []),
            var mode => (null, $"tls mode {mode} is not known", to.Policy.Because($"tls mode is {mode}")),
        };

    /// <summary>Whether a proxy adds TLS of a DestinationRule's own.</summary>
    public static bool Originates(DestinationPolicy policy) =>
        policy.TlsMode == "SIMPLE" || (policy.TlsMode == "MUTUAL" && HasCertificate(policy.Tls));

    private static bool HasCertificate(Field? tls) =>
        tls is { } given
        && (given["credentialName"].HasContent || (given["clientCertificate"].HasContent && given["privateKey"].HasContent));

    private static Connection Own(ConnectionSecurity security, Destination to, RequestContext context) =>
        new(security, Sni: SniOf(to, context))
        {
            WhyNameless = "the TLS that its DestinationRule asks for is not the mesh's",
            Nameless = Because(context, to, $"tls mode is {to.Policy.TlsMode}"),
        };

    private static string SniOf(Destination to, RequestContext context) =>
        to.Policy.Tls?["sni"].Text is { Length: > 0 } sni ? sni : context.Readable?.Host ?? context.Asked;

    // Nobody reads it but where somebody asks why.
    private static IReadOnlyList<Cause> Because(RequestContext context, Destination to, string detail) =>
        context.Requests.IsExplained ? to.Policy.Because(detail) : [];

    private static Connection Plain(RequestContext context, IReadOnlyList<Cause> because) =>
        context.IsSealed
            ? new(ConnectionSecurity.Application, Sni: context.Asked)
            {
                WhyNameless = "its TLS is its own, not the mesh's",
                Nameless = because,
            }
            : new(ConnectionSecurity.Plaintext) { WhyNameless = "its proxy sends plain text, without mTLS", Nameless = because };

    private static IReadOnlyList<Cause> WhyNamespace(Client client, Destination to) =>
        [.. client.ControlPlane.Policies.OfNamespace(to.Service.Namespace).Because];

    // Why a proxy uses no mTLS with a workload, where no DestinationRule says so.
    private static IReadOnlyList<Cause> WhyPlain(Client client, RequestContext context, Destination to, Endpoint.Direct direct) =>
        !context.Requests.IsExplained ? []
        : MeansMutual(client, to).IsNo
            ? (to.Service.IsExternal ? [to.Service.Because("it is outside of the mesh")] : WhyNamespace(client, to))
        : !client.ControlPlane.Mesh.EnableAutoMtls ? [Cause.Mesh(client.ControlPlane.Name, "enableAutoMtls is false")]
        : !direct.Workload.TakesMutualTls ? [direct.Workload.Because("istiod does not say of it that it takes mTLS")]
        : [.. client.ControlPlane.Policies.Of(direct.Workload).Modes.Of(direct.Port).Because];
}
