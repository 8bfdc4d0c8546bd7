using Pulumi;

namespace MeshStack;

/// <summary>Which service is imported where.</summary>
public sealed class ServiceImportArgs : ResourceArgs
{
    /// <summary>The service, of another cluster.</summary>
    public required InboundService Service { get; set; }

    /// <summary>The cluster of the callers.</summary>
    public required ControlPlane ControlPlane { get; set; }

    /// <summary>Namespace of the callers; no other namespace sees the import.</summary>
    [Input("namespace", required: true)]
    public string Namespace { get; set; } = null!;
}
