using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>The namespaces that see what has no exportTo, as a version of istiod takes the mesh's default.</summary>
/// <remarks>Source: IsServiceVisible, initVirtualServices and mergeVirtualServicesIfNeeded in pilot/pkg/model of istio/istio, 1.29.6 and
/// 1.30.3: a delegate's always had every namespace.</remarks>
internal static class DefaultExports
{
    public static MeshConfiguration Settled(MeshConfiguration mesh, IstioSemantics semantics) =>
        mesh with
        {
            DefaultServiceExportTo = Of(mesh.DefaultServiceExportTo, semantics),
            DefaultVirtualServiceExportTo = Of(mesh.DefaultVirtualServiceExportTo, semantics),
            DefaultDelegateExportTo = mesh.DefaultVirtualServiceExportTo,
        };

    /// <summary>Why it is not known; null where any version takes it so.</summary>
    public static Unreadable? Unknown(string cluster, MeshConfiguration mesh, IstioSemantics semantics) =>
        semantics.DefaultExportsAddUp is null
        && new[] { mesh.DefaultServiceExportTo, mesh.DefaultVirtualServiceExportTo }.Any(list => !Alone(list).SequenceEqual(list))
            ? new(
                "the namespaces in the mesh's defaults for exportTo all count since Istio 1.30.3, and the version of Istio is not known",
                Cause.Mesh(cluster, "defaultServiceExportTo or defaultVirtualServiceExportTo is set")
            )
            : null;

    private static IReadOnlyList<string> Of(IReadOnlyList<string> given, IstioSemantics semantics) =>
        semantics.DefaultExportsAddUp == false ? Alone(given) : given;

    private static string[] Alone(IReadOnlyList<string> given) =>
        given.Contains(".") ? ["."]
        : given.Contains("*") ? ["*"]
        : [];
}
