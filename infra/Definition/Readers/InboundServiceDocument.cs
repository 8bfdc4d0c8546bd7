using MeshStack.Manifests;

namespace MeshStack.Infra.Definition.Readers;

/// <summary>An InboundService as its document has it, its cluster still a name.</summary>
internal sealed record InboundServiceDocument(Intent<InboundServiceArgs> Intent, string Cluster, LineIndex Lines);
