using MeshStack.Conformance.Access;
using MeshStack.Conformance.Charts;
using MeshStack.Conformance.Engine;
using MeshStack.Conformance.Istio;
using MeshStack.Conformance.PulumiApi;
using MeshStack.Conformance.PulumiBehaviour;

namespace MeshStack.Conformance;

/// <summary>All comparisons, in the order of the report.</summary>
internal static class Comparisons
{
    public static IReadOnlyList<IComparison> All { get; } =
    [
        new ChartComparison(),
        new TableComparison(),
        new VerdictComparison(),
        new ValidationComparison(),
        new AccessComparison("meshes.jsonl.gz", "access-random"),
        new AccessComparison("meshes-richer.jsonl.gz", "access-richer"),
        new PulumiApiComparison(),
        new PulumiBehaviourComparison(),
        new EngineComparison(),
    ];
}
