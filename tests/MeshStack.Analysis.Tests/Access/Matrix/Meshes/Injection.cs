using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Config.Mesh;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>What decides whether pods get a sidecar: labels of their namespace, their own, and the revisions that are served.</summary>
internal static class Injection
{
    public const string Switch = "istio-injection";
    public const string PodSwitch = "sidecar.istio.io/inject";
    public const string RevisionLabel = "istio.io/rev";
    public const string Revision = "r7";
    public const string Tag = "prod";
    public const string Unserved = "r8";

    public static Gen<Dictionary<string, object?>> OfNamespaces { get; } =
        Gen.Elements(
            Map((Switch, "enabled")),
            Map((Switch, "enabled")),
            Map((Switch, "disabled")),
            Map((Switch, "disabled")),
            Map((RevisionLabel, Revision)),
            Map((RevisionLabel, Revision)),
            Map((RevisionLabel, Tag)),
            Map((RevisionLabel, Tag)),
            Map((RevisionLabel, Unserved)),
            Map((RevisionLabel, Unserved)),
            Map()
        );

    public static Gen<Dictionary<string, object?>> OfPods { get; } =
        Gen.Elements(
            Map(),
            Map(),
            Map((PodSwitch, "true")),
            Map((PodSwitch, "false")),
            Map((PodSwitch, "false")),
            Map((RevisionLabel, Revision)),
            Map((PodSwitch, "true"), (RevisionLabel, Unserved))
        );

    /// <summary>No istiod that is shown, or one of a revision with tags.</summary>
    public static Gen<ChartRelease[]> Istiods { get; } =
        Gen.Elements<ChartRelease[]>([], [Istiod(Tag)], [Istiod(Tag)], [Istiod(Tag, "default")]);

    private static ChartRelease Istiod(params object?[] tags) =>
        new("east", Places.Root, "istiod", "istio/istiod", Map(("revision", Revision), ("revisionTags", tags)));
}
