using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Matrix;

/// <summary>Calls to one name that one VirtualService routes.</summary>
/// <param name="First">The first who calls: a workload of a cluster, or a client outside of it, and so are all others.</param>
/// <param name="Callers">Who calls.</param>
/// <param name="Host">The name.</param>
/// <param name="Port">The port.</param>
/// <param name="By">The VirtualService.</param>
/// <param name="Ends">The namespaces of the workloads that calls to the name come to.</param>
/// <remarks>Callers of a name may be all of a cluster: they and the ends are found out for who asks for them.</remarks>
internal sealed record RoutedCalls(
    AccessCaller First,
    IEnumerable<AccessCaller> Callers,
    string Host,
    int Port,
    Cause By,
    IEnumerable<string> Ends
);
