using MeshStack.Analysis.Config.Mesh;
using static MeshStack.Analysis.Config.Masks.MaskRules;

namespace MeshStack.Analysis.Config.Masks;

/// <summary>The values of Istio's charts that are read.</summary>
internal static class ReleaseMasks
{
    public static MaskRules Istiod { get; } =
        new(
            MaskEffect.None,
            MeshMasks.Under("meshConfig"),
            Unread("global network", "profile", "global profile"),
            Matched("global meshNetworks"),
            Matched("global proxy includeInboundPorts", "global proxy excludeInboundPorts", "global proxy includeIPRanges"),
            Matched("global proxy excludeIPRanges", "global proxy includeOutboundPorts", "global proxy excludeOutboundPorts"),
            Matched("global proxy autoInject", "sidecarInjectorWebhook", "cni enabled", "pilot cni enabled"),
            Matched("revision", "revisionTags", "pilot revision", "pilot revisionTags"),
            Matched("global operatorManageWebhooks", "global resourceScope"),
            Unread(IstiodSwitches.Names.SelectMany(name => new[] { $"env {name}", $"pilot env {name}" }))
        );

    public static MaskRules Cni { get; } =
        new(MaskEffect.None, Matched("excludeNamespaces", "profile", "global profile", "ambient", "cni ambient"));

    public static MaskRules Gateway { get; } =
        new(
            MaskEffect.None,
            Unread(
                "name",
                "labels",
                "networkGateway",
                "revision",
                "serviceAccount name",
                "serviceAccount create",
                "service type",
                "service ports"
            ),
            None("service ports [] nodePort"),
            Matched("service loadBalancerIP", "service externalIPs []", $"service annotations {IstioNames.NodesAnnotation}")
        );
}
