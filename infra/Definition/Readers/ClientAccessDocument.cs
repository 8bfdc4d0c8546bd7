using MeshStack.Manifests;

namespace MeshStack.Infra.Definition.Readers;

/// <summary>A ClientAccess as its document has it, its cluster and service still names.</summary>
internal sealed record ClientAccessDocument(Intent<ClientAccessArgs> Intent, string? Cluster, LineIndex Lines);
