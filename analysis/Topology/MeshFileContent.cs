using MeshStack.Analysis.Config.Mesh;

namespace MeshStack.Analysis.Topology;

/// <summary>What a folder's mesh.yaml has to say for the folder to be the same sources: all that is neither an object nor a
/// release.</summary>
internal static class MeshFileContent
{
    /// <summary>What stands there below <c>clusters</c>, by cluster; empty where objects and releases are all there is.</summary>
    public static IReadOnlyDictionary<string, object?> Of(SnapshotSources sources)
    {
        var names = sources
            .Settings.Keys.Concat(sources.Gateways.Select(gateway => gateway.Cluster))
            .Concat(sources.Services.Select(service => service.Cluster))
            .Concat(sources.Workloads.Select(workload => workload.Cluster))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return names
            .Select(name => (Name: name, Content: OfCluster(name, sources)))
            .Where(cluster => cluster.Content.Count > 0)
            .ToDictionary(cluster => cluster.Name, object? (cluster) => cluster.Content, StringComparer.Ordinal);
    }

    private static Dictionary<string, object?> OfCluster(string name, SnapshotSources sources)
    {
        var settings = sources.Settings.GetValueOrDefault(name) ?? new();
        return Map(
            ("istioVersion", settings.IstioVersion),
            ("revisions", settings.Revisions),
            ("network", settings.Network),
            ("region", settings.Region),
            ("trustDomain", settings.TrustDomain),
            ("trustDomainAliases", settings.TrustDomainAliases),
            ("caTrustDomains", settings.CaTrustDomains),
            ("rootNamespace", settings.RootNamespace),
            ("outboundTrafficPolicy", settings.OutboundTrafficPolicy),
            ("dnsCapture", settings.DnsCapture),
            ("remoteSecretsTo", settings.RemoteSecretsTo),
            ("controlPlane", settings.ControlPlane is { } place ? OfPlace(place) : null),
            ("gateways", Gateways(sources.Gateways.Where(gateway => gateway.Cluster == name))),
            ("services", List(sources.Services.Where(service => service.Cluster == name).Select(OfService))),
            ("workloads", List(sources.Workloads.Where(workload => workload.Cluster == name).Select(OfWorkload)))
        );
    }

    private static Dictionary<string, object?> OfPlace(ControlPlanePlace place) =>
        Map(("cluster", place.Cluster), ("namespace", place.Namespace), ("configuration", place.Configuration));

    private static Dictionary<string, object?>? Gateways(IEnumerable<GatewayAddress> gateways)
    {
        var addresses = gateways
            .GroupBy(gateway => gateway.Address, gateway => $"{gateway.Namespace}/{gateway.Service}", StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.ToArray() is [var one] ? (object?)one : group.ToArray(),
                StringComparer.Ordinal
            );
        return addresses.Count == 0 ? null : addresses;
    }

    private static Dictionary<string, object?> OfService(DeclaredService service) =>
        Map(
            ("namespace", service.Namespace),
            ("name", service.Name),
            ("selector", Texts(service.Selector)),
            ("network", service.Network),
            (
                "ports",
                List(service.Ports.Select(port => Map(("number", port.Number), ("name", port.Name), ("targetPort", port.TargetPort))))
            )
        );

    private static Dictionary<string, object?> OfWorkload(DeclaredWorkload workload) =>
        Map(
            ("namespace", workload.Namespace),
            ("name", workload.Name),
            ("labels", Texts(workload.Labels)),
            ("serviceAccount", workload.ServiceAccount),
            ("sidecar", workload.HasSidecar ? null : false),
            ("gateway", workload.IsGateway ? true : null),
            ("ports", workload.Ports?.ToDictionary(port => port.Key, object? (port) => (long)port.Value, StringComparer.Ordinal))
        );

    private static Dictionary<string, object?>? Texts(IReadOnlyDictionary<string, string> texts) =>
        texts.Count == 0
            ? null
            : texts
                .OrderBy(text => text.Key, StringComparer.Ordinal)
                .ToDictionary(text => text.Key, object? (text) => text.Value, StringComparer.Ordinal);

    private static object[]? List(IEnumerable<Dictionary<string, object?>> entries) =>
        entries.ToArray<object>() is { Length: > 0 } list ? list : null;

    private static Dictionary<string, object?> Map(params ReadOnlySpan<(string Key, object? Value)> entries)
    {
        Dictionary<string, object?> map = new(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            if (value is not null)
            {
                map[key] = value is int number ? (long)number : value;
            }
        }

        return map;
    }
}
