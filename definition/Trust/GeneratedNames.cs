using System.Globalization;

namespace MeshStack.Definition;

/// <summary>Names of generated resources.</summary>
internal static class GeneratedNames
{
    public static string Of(int generation) => generation.ToString(CultureInfo.InvariantCulture);

    public static LogicalName Root(LogicalName component, int generation) => component + $"-root-{Of(generation)}";

    // The cluster comes last: its name may be anything, and "root" too.
    public static LogicalName Intermediate(LogicalName component, int generation, LogicalName cluster) =>
        component + $"-ca-{Of(generation)}-" + cluster;
}
