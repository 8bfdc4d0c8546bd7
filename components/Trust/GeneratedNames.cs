using System.Globalization;
using Pulumi;

namespace MeshStack;

/// <summary>Names of generated resources.</summary>
internal static class GeneratedNames
{
    public static string Of(int generation) => generation.ToString(CultureInfo.InvariantCulture);

    public static string Root(Resource component, int generation) => $"{component.GetResourceName()}-root-{Of(generation)}";

    // The cluster comes last: its name may be anything, and "root" too.
    public static string Intermediate(Resource component, int generation, string cluster) => $"{component.GetResourceName()}-ca-{Of(generation)}-{cluster}";
}
