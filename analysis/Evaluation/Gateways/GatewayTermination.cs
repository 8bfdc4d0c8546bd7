using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Arrivals;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Gateways;

/// <summary>A gateway that ends TLS: with the mesh's certificates or with its own.</summary>
internal static class GatewayTermination
{
    public static Verdict Arrive(Client client, RequestContext context, GatewayServer server, int port, Connection connection)
    {
        var taken = context.Took(
            AccessStep.Gateway,
            client,
            $"TLS ends here, {server.TlsMode}",
            server.Because($"tls mode is {server.TlsMode}")
        );
        if (Refusal(client, context, server, connection) is { } refusal)
        {
            return refusal.IsRefusal ? context.Requests.Past(refusal, () => Inside(client, taken, server, port, connection)) : refusal;
        }

        if (connection.IsMutualTls)
        {
            var (trusted, stop) = WorkloadInbound.Trust(taken, connection, client.Workload, client.ControlPlane);
            if (stop is not null)
            {
                return stop.IsRefusal ? context.Requests.Past(stop, () => Inside(client, taken, server, port, connection)) : stop;
            }

            taken = trusted;
        }

        return Inside(client, taken, server, port, connection);
    }

    // What was the application's own TLS is open now; a sidecar's TLS leaves what is inside as it is.
    private static Verdict Inside(Client client, RequestContext taken, GatewayServer server, int port, Connection connection) =>
        GatewayRoutes.Follow(
            client,
            connection.Security == ConnectionSecurity.Application ? taken with { IsSealed = false } : taken,
            [server],
            port,
            connection
        );

    private static Verdict? Refusal(Client client, RequestContext context, GatewayServer server, Connection connection)
    {
        var because = server.Because($"tls mode is {server.TlsMode}");
        return (server.TlsMode, connection.Security) switch
        {
            ("ISTIO_MUTUAL", ConnectionSecurity.IstioMutual) => null,
            ("ISTIO_MUTUAL", ConnectionSecurity.Mutual) => context.Undecided(
                AccessStep.MutualTls,
                client,
                "the client shows a certificate of its own, which nothing tells about",
                because
            ),
            ("ISTIO_MUTUAL", _) => context.Denied(AccessStep.MutualTls, client, "the gateway asks for a certificate of the mesh", because),
            (_, ConnectionSecurity.IstioMutual) => context.Unreachable(
                AccessStep.MutualTls,
                client,
                "the gateway shows a certificate of its own, and the client expects one of the mesh",
                because
            ),
            ("MUTUAL", ConnectionSecurity.Simple) => context.Denied(
                AccessStep.MutualTls,
                client,
                "the gateway asks for a client certificate",
                because
            ),
            ("MUTUAL", ConnectionSecurity.Mutual) => context.Undecided(
                AccessStep.MutualTls,
                client,
                "nothing tells whether the gateway accepts the client's certificate",
                because
            ),
            ("MUTUAL", _) when !context.HasCertificate => context.Denied(
                AccessStep.MutualTls,
                client,
                "the gateway asks for a client certificate",
                because
            ),
            _ => null,
        };
    }
}
