using MeshStack.Definition;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>What one caller may ask of one service, and how it gets there.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Host">Host and port that the caller uses.</param>
/// <param name="Caller">The caller: cluster, namespace and service account.</param>
/// <param name="Requests">Methods and paths, a line each.</param>
/// <param name="Through">The gateway between them; null within a cluster.</param>
/// <param name="Source">Place of the definition that lets the caller in.</param>
internal sealed record AccessRow(
    string Service,
    string Host,
    string Caller,
    IReadOnlyList<string> Requests,
    string? Through,
    SourceLocation Source
)
{
    public static IReadOnlyList<AccessRow> Of(MeshDefinition definition)
    {
        var services = definition.Services.ToDictionary(s => s.Name, s => s.Args, StringComparer.Ordinal);
        return
        [
            .. definition
                .Accesses.Select(a => From(a, services[a.Service], definition))
                .Concat(definition.Services.Where(s => !s.Args.Sidecar).Select(OfEverybody))
                .OrderBy(r => r.Service, StringComparer.Ordinal)
                .ThenBy(r => r.Caller, StringComparer.Ordinal)
                .ThenBy(r => r.Source.File, StringComparer.Ordinal)
                .ThenBy(r => r.Source.Line),
        ];
    }

    private static AccessRow From(Intent<ClientAccessIntent> intent, InboundServiceIntent service, MeshDefinition definition)
    {
        var access = intent.Args;
        var server = service.ControlPlane.Cluster.Name;
        var through =
            access.Type == ClientTypes.External ? $"{server} ingress"
            : access.PassesEastWest ? $"{server} east-west"
            : null;
        return new AccessRow(
            intent.Service,
            FormattableString.Invariant($"{access.Host}:{access.Port}"),
            CallerOf(access, definition),
            access.Access.Count == 0 ? [$"{service.Protocol} connections"] : [.. access.Access.Select(Requested)],
            through,
            intent.Location
        );
    }

    /// <summary>Without a sidecar nothing keeps workloads of the same cluster away.</summary>
    private static AccessRow OfEverybody(Intent<InboundServiceIntent> service) =>
        new(
            service.Name,
            FormattableString.Invariant($"{service.Args.Host}:{service.Args.Port}"),
            $"{service.Args.ControlPlane.Cluster.Name} */* (no sidecar)",
            ["everything, in plain text"],
            null,
            service.Location
        );

    private static string CallerOf(ClientAccessIntent access, MeshDefinition definition)
    {
        var from = access.Cidrs.Count > 0 ? $" from {string.Join(", ", access.Cidrs)}" : "";
        return access.Type == ClientTypes.External ? "outside the mesh" + from
            // Of callers without an identity nothing is known but their addresses.
            : access.Type == ClientTypes.Kubernetes ? $"{access.ControlPlane!.Cluster.Name} */*{from}"
            : $"{Clusters(access, definition)} {access.Namespace}/{access.ServiceAccount ?? "*"}{from}";
    }

    /// <summary>Clusters of one trust domain have the same identities, so who is let in from one is let in from all.</summary>
    private static string Clusters(ClientAccessIntent access, MeshDefinition definition)
    {
        var cluster = access.ControlPlane!.Cluster;
        return access.Type == ClientTypes.Istio
            ? string.Join(
                ",",
                definition
                    .Clusters.Where(c => c.Name == cluster.Name || c.ControlPlane.Cluster.TrustDomain == cluster.TrustDomain)
                    .Select(c => c.Name)
            )
            : cluster.Name;
    }

    private static string Requested(AccessRule rule) =>
        $"{(rule.Methods.Count == 0 ? "*" : string.Join(",", rule.Methods))} "
        + $"{(rule.Paths.Count == 0 ? "*" : string.Join(" ", rule.Paths))}";
}
