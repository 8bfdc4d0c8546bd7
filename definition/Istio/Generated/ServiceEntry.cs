// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>ServiceEntry spec.ports[].</summary>
internal sealed partial record ServiceEntryPort : IIstioNode
{
    public string? Name { get; init; }

    public int? Number { get; init; }

    public string? Protocol { get; init; }

    public int? TargetPort { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("name", Name);
        tree.Add("number", Number);
        tree.Add("protocol", Protocol);
        tree.Add("targetPort", TargetPort);
        return tree.ToTree();
    }
}

/// <summary>ServiceEntry spec.</summary>
internal sealed partial record ServiceEntrySpec : IIstioNode
{
    public IReadOnlyList<TextValue> Addresses { get; init; } = [];

    public IReadOnlyList<ServiceEntryEndpoint> Endpoints { get; init; } = [];

    public IReadOnlyList<string> ExportTo { get; init; } = [];

    public IReadOnlyList<string> Hosts { get; init; } = [];

    public string? Location { get; init; }

    public IReadOnlyList<ServiceEntryPort> Ports { get; init; } = [];

    public string? Resolution { get; init; }

    public IReadOnlyList<string> SubjectAltNames { get; init; } = [];

    public WorkloadSelector? WorkloadSelector { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("addresses", Addresses);
        tree.Add("endpoints", Endpoints);
        tree.Add("exportTo", ExportTo);
        tree.Add("hosts", Hosts);
        tree.Add("location", Location);
        tree.Add("ports", Ports);
        tree.Add("resolution", Resolution);
        tree.Add("subjectAltNames", SubjectAltNames);
        tree.Add("workloadSelector", WorkloadSelector);
        return tree.ToTree();
    }
}

internal static class ServiceEntryLocation
{
    public const string MeshExternal = "MESH_EXTERNAL";
    public const string MeshInternal = "MESH_INTERNAL";
}

internal static class ServiceEntryResolution
{
    public const string None = "NONE";
    public const string Static = "STATIC";
    public const string Dns = "DNS";
    public const string DnsRoundRobin = "DNS_ROUND_ROBIN";
    public const string DynamicDns = "DYNAMIC_DNS";
}
