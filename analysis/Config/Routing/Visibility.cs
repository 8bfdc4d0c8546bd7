using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>The namespaces that an object is exported to.</summary>
/// <remarks>Source: pkg/config/visibility and pilot/pkg/model/push_context.go of istio/istio.</remarks>
internal static class Visibility
{
    public static bool Reaches(IReadOnlyList<string> exportTo, string own, string other) =>
        exportTo.Any(ns => ns == "*" || ns == other || (ns == "." && own == other));

    public static IReadOnlyList<string> Of(Manifest manifest, IReadOnlyList<string> byDefault) =>
        manifest.Spec["exportTo"].HasContent ? manifest.Spec["exportTo"].Texts() : byDefault;

    /// <summary>How close an export is: to the own namespace only, to named ones, to all.</summary>
    public static int Rank(IReadOnlyList<string> exportTo, string own) =>
        exportTo.Contains("*") ? 2
        : exportTo.Contains(".") || exportTo.Contains(own) ? 0
        : 1;
}
