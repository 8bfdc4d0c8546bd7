using Pulumi;

namespace MeshStack;

/// <summary>Callers with a sidecar: every combination of the clusters, namespaces and service accounts that are named.</summary>
public sealed class CallerArgs : ResourceArgs
{
    /// <summary>The caller's cluster.</summary>
    public ControlPlane? ControlPlane { get; set; }

    /// <summary>The callers' clusters, where they are in several.</summary>
    public List<ControlPlane> ControlPlanes { get; set; } = [];

    /// <summary>Namespace of the caller.</summary>
    public string? Namespace { get; set; }

    /// <summary>Namespaces of the callers, where they are in several.</summary>
    public List<string> Namespaces { get; set; } = [];

    /// <summary>Service account of the caller.</summary>
    /// <value>Defaults to every workload of the namespace.</value>
    public string? ServiceAccount { get; set; }

    /// <summary>Service accounts of the callers, where they have several.</summary>
    public List<string> ServiceAccounts { get; set; } = [];
}
