using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A document of kind ClientAccess, before anybody looked for its service.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it begins.</param>
/// <param name="Service">The service that it names.</param>
/// <param name="Cluster">The caller's cluster, where it names one.</param>
/// <param name="Namespace">The caller's namespace.</param>
/// <param name="ServiceAccount">The caller's account.</param>
/// <param name="For">What it asks for, of a service and from a cluster.</param>
/// <param name="Lines">Where its keys stand.</param>
internal sealed record ClientAccessDocument(
    string Name,
    SourceLocation Location,
    string Service,
    string? Cluster,
    string? Namespace,
    string? ServiceAccount,
    Func<InboundServiceIntent, ControlPlaneModel?, ClientAccessIntent> For,
    LineIndex Lines);
