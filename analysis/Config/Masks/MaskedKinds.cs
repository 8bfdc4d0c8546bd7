using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Config.Masks;

/// <summary>What masks mean, kind by kind.</summary>
internal static class MaskedKinds
{
    private static readonly Dictionary<string, MaskRules> Rules = IstioMasks
        .ByKind.Concat(KubernetesMasks.ByKind)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The rules of an object.</summary>
    public static MaskRules RulesOf(Manifest manifest) =>
        Rules.GetValueOrDefault(ClusterObjects.KindOf(manifest))
        ?? (PodTemplate.From(manifest) is not null ? KubernetesMasks.Controller : KubernetesMasks.Other);

    /// <summary>The rules of a release's values; null where no answer depends on its chart.</summary>
    public static MaskRules? RulesOf(ChartRelease release) =>
        release.IsControlPlane ? ReleaseMasks.Istiod
        : release.IsGateway ? ReleaseMasks.Gateway
        : release.IsNodeAgent ? ReleaseMasks.Cni
        : null;

    /// <summary>True for an object that makes pods, or would if what is hidden of it were a pod's template.</summary>
    public static bool MayBeWorkload(Manifest manifest) =>
        PodTemplate.IsMadeOf(manifest) || !Rules.ContainsKey(ClusterObjects.KindOf(manifest));
}
