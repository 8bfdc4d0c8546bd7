// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>Gateway spec.servers[].port.</summary>
internal sealed partial record GatewayPort : IIstioNode
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

/// <summary>Gateway spec.servers[].</summary>
internal sealed partial record GatewayServer : IIstioNode
{
    public string? Bind { get; init; }

    public string? DefaultEndpoint { get; init; }

    public IReadOnlyList<string> Hosts { get; init; } = [];

    public string? Name { get; init; }

    public GatewayPort? Port { get; init; }

    public ServerTlsSettings? Tls { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("bind", Bind);
        tree.Add("defaultEndpoint", DefaultEndpoint);
        tree.Add("hosts", Hosts);
        tree.Add("name", Name);
        tree.Add("port", Port);
        tree.Add("tls", Tls);
        return tree.ToTree();
    }
}

/// <summary>Gateway spec.</summary>
internal sealed partial record GatewaySpec : IIstioNode
{
    public IReadOnlyDictionary<string, string>? Selector { get; init; }

    public IReadOnlyList<GatewayServer> Servers { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("selector", Selector);
        tree.Add("servers", Servers);
        return tree.ToTree();
    }
}
