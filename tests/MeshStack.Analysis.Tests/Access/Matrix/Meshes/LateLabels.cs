using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Selectors of labels that pods get only when they are made, by controllers or by the injector.</summary>
internal static class LateLabels
{
    public static readonly string[] Keys =
    [
        "pod-template-hash",
        "controller-revision-hash",
        "statefulset.kubernetes.io/pod-name",
        "apps.kubernetes.io/pod-index",
        "job-name",
        "service.istio.io/canonical-name",
        "service.istio.io/canonical-revision",
        "security.istio.io/tlsMode",
    ];

    public static Gen<Dictionary<string, object?>> All { get; } =
        Gen.Elements(
            Map(("pod-template-hash", "5c4f")),
            Map(("controller-revision-hash", "5c4f")),
            Map(("statefulset.kubernetes.io/pod-name", $"{Sheds.Name}-0")),
            Map(("statefulset.kubernetes.io/pod-name", $"{Sheds.Name}-1"), ("app", Sheds.Name)),
            Map(("apps.kubernetes.io/pod-index", "0")),
            Map(("job-name", Sheds.Name)),
            Map(("service.istio.io/canonical-name", Sheds.Name)),
            Map(("service.istio.io/canonical-revision", "v1")),
            Map(("security.istio.io/tlsMode", "istio"))
        );
}
