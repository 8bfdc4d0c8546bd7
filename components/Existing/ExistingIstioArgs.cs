using Pulumi;

namespace MeshStack;

/// <summary>An Istio that something else installed in a cluster: it is used, and neither changed nor upgraded.</summary>
public sealed class ExistingIstioArgs : ResourceArgs
{
    /// <summary>Version of Istio that runs there, for example 1.30.8.</summary>
    [Input("version", required: true)]
    public string Version { get; set; } = "";

    /// <summary>Revision of the control plane that runs there.</summary>
    /// <value>Defaults to none: namespaces use <c>istio-injection: enabled</c>.</value>
    [Input("revision")]
    public string? Revision { get; set; }

    /// <summary>Names that stand for the revision.</summary>
    [Input("tags")]
    public Dictionary<string, string> Tags { get; set; } = [];

    /// <summary>Where the proxies run.</summary>
    /// <value>Defaults to sidecar.</value>
    [Input("dataPlane")]
    public DataPlane DataPlane { get; set; } = DataPlane.Sidecar;

    /// <summary>Namespace of istiod.</summary>
    /// <value>Defaults to istio-system.</value>
    [Input("namespace")]
    public string Namespace { get; set; } = IstioInstall.SystemNamespace;

    /// <summary>Namespace whose configuration holds for the whole mesh.</summary>
    /// <value>Defaults to <see cref="Namespace"/>.</value>
    [Input("rootNamespace")]
    public string? RootNamespace { get; set; }

    /// <summary>The mesh configuration that it has. What the mesh needs of it is checked, and the proof goes by it.</summary>
    /// <value>Defaults to nothing: what the mesh needs is said, and taken for given.</value>
    [Input("meshConfig")]
    public Dictionary<string, object> MeshConfig { get; set; } = [];

    /// <summary>The gateways that run there.</summary>
    [Input("gateways")]
    public ExistingGatewaysArgs Gateways { get; set; } = new();
}
