namespace MeshStack.Definition;

/// <summary>How the clusters of a mesh find each other.</summary>
/// <remarks>https://istio.io/latest/docs/ops/deployment/deployment-models/.</remarks>
internal static class MeshTopologies
{
    /// <summary>A control plane per cluster, each of which knows only the services that it imports.</summary>
    public const string Federated = "federated";

    /// <summary>A control plane per cluster, each of which reads the endpoints of all.</summary>
    public const string MultiPrimary = "multi-primary";

    /// <summary>Control planes in some clusters, which serve the others as well.</summary>
    public const string PrimaryRemote = "primary-remote";

    /// <summary>One cluster runs the control plane of all the others, and has one of its own.</summary>
    public const string ExternalControlPlane = "external-control-plane";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [ExternalControlPlane, Federated, MultiPrimary, PrimaryRemote];
}
