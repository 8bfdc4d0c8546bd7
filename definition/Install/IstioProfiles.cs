namespace MeshStack.Definition;

/// <summary>What an installation begins with; every option that is given wins over it.</summary>
internal static class IstioProfiles
{
    /// <summary>The charts' own defaults, with sidecars.</summary>
    public const string Default = "default";

    /// <summary>A control plane alone: no gateways.</summary>
    public const string Minimal = "minimal";

    /// <summary>Sidecarless: istiod, cni and ztunnel.</summary>
    public const string Ambient = "ambient";

    /// <summary>Highly available istiod and gateways, and an access log.</summary>
    public const string Production = "production";

    private static readonly string[] OfTheCharts = [Ambient, "demo", "preview", "stable"];

    /// <summary>All profiles.</summary>
    public static IReadOnlyList<string> All { get; } = [Default, Minimal, "demo", Ambient, Production, "preview", "stable"];

    /// <summary>Whether the charts have it; any other name would fail them.</summary>
    internal static bool IsOfTheCharts(string profile) => OfTheCharts.Contains(profile);

    /// <summary>What to write instead of a profile that exists elsewhere.</summary>
    internal static string Hint(string profile) =>
        profile switch
        {
            "empty" => " (empty is istioctl's: use minimal)",
            "openshift" or "openshift-ambient" => " (openshift is a platform)",
            "remote" or "external" => $" ({profile} follows from the mesh's topology)",
            _ => "",
        };
}
