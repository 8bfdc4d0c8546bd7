namespace MeshStack;

/// <summary>The profiles of the Helm charts; any other name fails the chart.</summary>
public static class IstioProfiles
{
    /// <summary>No profile value: the charts' own defaults.</summary>
    public const string Default = "default";

    /// <summary>All that can be installed as one cluster's sidecar control plane.</summary>
    public static IReadOnlyList<string> All { get; } = [Default, "demo", "preview", "stable"];

    /// <summary>What to write instead of a profile that exists elsewhere or nowhere.</summary>
    internal static string Hint(string profile) => profile switch
    {
        "production" => " (production is no profile of Istio: use default with istiod and gateway replicas)",
        "minimal" or "empty" => $" ({profile} is istioctl's: use default and leave the gateways out)",
        "ambient" or "remote" => $" ({profile} needs more than one control plane with sidecars)",
        _ => "",
    };
}
