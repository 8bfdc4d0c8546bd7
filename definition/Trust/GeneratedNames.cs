using System.Globalization;

namespace MeshStack.Definition;

/// <summary>Names of generated resources.</summary>
internal static class GeneratedNames
{
    public static string Of(int generation) => generation.ToString(CultureInfo.InvariantCulture);

    public static string Root(string component, int generation) => $"{component}-root-{Of(generation)}";

    // The cluster comes last: its name may be anything, and "root" too.
    public static string Intermediate(string component, int generation, string cluster) => $"{component}-ca-{Of(generation)}-{cluster}";
}
