using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Findings;

/// <summary>VirtualServices that route calls and are neither of the callers' namespace nor of the service's.</summary>
/// <remarks>Objects of the root namespace are for the whole mesh, and meant so.</remarks>
internal static class ForeignRoutes
{
    private const int MostNamed = 3;

    public static IEnumerable<Finding> Of(FindingSubject subject, GovernedControlPlane governed)
    {
        var controlPlane = governed.ControlPlane;
        if (controlPlane.VirtualServices.All.Count == 0)
        {
            return [];
        }

        var registry = subject.Snapshot.Registry(controlPlane.Name);
        var configs = controlPlane.VirtualServices.All.ToLookup(config => (config.Namespace, config.Manifest.Name));
        return from calls in CallRoutes.Of(subject.Matrix)
            where subject.Snapshot.ControlPlaneOf(calls.First.Cluster).Name == controlPlane.Name
            let ns = calls.By.Namespace ?? "default"
            where ns != controlPlane.Mesh.RootNamespace
            from config in configs[(ns, calls.By.Name)].Take(1)
            where !Owns(registry, calls, config.Gateways, ns)
            let callers = Strangers(calls, ns)
            where callers.Length > 0
            select FindingSubject.Finding(
                Severity.Warning,
                AccessFindingCodes.RoutedByAnotherNamespace,
                config.Manifest,
                "spec",
                FormattableString.Invariant(
                    $"Calls of {Named(callers)} to {calls.Host}:{calls.Port} are routed by it, and it is of neither "
                )
                    + $"{(calls.First.IsOutside ? "the Gateway's" : "their")} namespace nor the service's: whoever may change objects "
                    + $"of {ns} says where they go."
            );
    }

    private static string[] Strangers(RoutedCalls calls, string ns) =>
        [
            .. calls
                .Callers.Where(caller => caller.IsOutside || caller.Namespace != ns)
                .Select(caller => caller.IsOutside ? caller.ToString() : caller.Namespace!)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    // What is asked for at a gateway is the Gateway's, and where it leads says whose service it is.
    private static bool Owns(Registry registry, RoutedCalls calls, IReadOnlyList<string> gateways, string ns) =>
        (
            (calls.First.IsOutside || !gateways.Contains(IstioNames.MeshGateway))
            && (calls.Ends.Contains(ns) || gateways.Any(gateway => gateway.Split('/')[0] == ns))
        ) || (!calls.First.IsOutside && registry.NamespacesOf(calls.Host) is var owners && (owners.Count == 0 || owners.Contains(ns)));

    private static string Named(string[] namespaces) =>
        namespaces.Length <= MostNamed
            ? string.Join(", ", namespaces)
            : FormattableString.Invariant($"{string.Join(", ", namespaces.Take(MostNamed))} and {namespaces.Length - MostNamed} more");
}
