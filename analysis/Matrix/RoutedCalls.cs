using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Matrix;

/// <summary>Calls to one name that one VirtualService routes.</summary>
/// <param name="Callers">Who calls: the workloads of a cluster, or clients outside of it.</param>
/// <param name="Host">The name.</param>
/// <param name="Port">The port.</param>
/// <param name="By">The VirtualService.</param>
/// <param name="Ends">The namespaces of the workloads that calls to the name come to.</param>
internal sealed record RoutedCalls(IReadOnlyList<AccessCaller> Callers, string Host, int Port, Cause By, IReadOnlyList<string> Ends);
