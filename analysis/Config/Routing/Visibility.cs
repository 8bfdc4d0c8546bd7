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

    /// <summary>How close an export is to a client's namespace that it reaches: of it alone, to it by name, to all.</summary>
    /// <remarks>Source: initVirtualServices and servicesExportedToNamespace in pilot/pkg/model/push_context.go of istio/istio,
    /// 1.30.3.</remarks>
    public static int Rank(IReadOnlyList<string> exportTo, string own, string client) =>
        exportTo.Contains("*") ? 2
        : own == client ? 0
        : 1;
}
