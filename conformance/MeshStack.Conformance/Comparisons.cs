using MeshStack.Conformance.Istio;

namespace MeshStack.Conformance;

/// <summary>All comparisons, in the order of the report.</summary>
internal static class Comparisons
{
    public static IReadOnlyList<IComparison> All { get; } =
    [
        new TableComparison(),
        new VerdictComparison(),
    ];
}
