using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Matrix;

/// <summary>A name and a port that callers of a cluster, or clients outside of it, ask for in one protocol.</summary>
internal sealed record CallName(string Cluster, bool IsOutside, string Host, int Port, RequestProtocol Protocol);
