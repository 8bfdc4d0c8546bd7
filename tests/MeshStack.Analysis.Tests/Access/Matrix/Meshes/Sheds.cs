using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Config.Mesh;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>A workload that a controller makes of a template, its namespace and its Service: nobody declares its labels and its sidecar.
/// </summary>
internal sealed record Sheds(Manifest[] Objects, ChartRelease[] Releases)
{
    public const string Name = "shed";
    public const string Yard = "yard";

    private static readonly Gen<Dictionary<string, object?>> Selectors = Gen.Frequency(
        (4, Gen.Constant(Map(("app", Name)))),
        (1, LateLabels.All)
    );

    private static readonly Gen<Manifest> Controllers =
        from kind in Gen.Elements("Deployment", "Deployment", "StatefulSet", "StatefulSet", "DaemonSet", "Job")
        from replicas in Gen.Elements<long?>(null, 1, 3)
        from version in Gen.Elements<string?>(null, "v1")
        from switches in Injection.OfPods
        select Of(
            "east",
            kind == "Job" ? "batch/v1" : "apps/v1",
            kind,
            Yard,
            Name,
            Given(
                ("replicas", kind is "Deployment" or "StatefulSet" ? replicas : null),
                (
                    "template",
                    Map(
                        (
                            "metadata",
                            Map(("labels", Given([("app", Name), ("version", version), .. switches.Select(one => (one.Key, one.Value))])))
                        ),
                        ("spec", Map(("serviceAccountName", Name), ("containers", List(Map(("name", "app"))))))
                    )
                )
            )
        );

    private static readonly Gen<Manifest> Policies =
        from ns in Gen.Elements(Yard, Yard, Yard, Places.Root)
        from name in Places.Names
        from selector in Gen.Frequency((2, LateLabels.All), (1, Gen.Constant(Map(("app", Name)))))
        from action in Gen.Elements("ALLOW", "DENY")
        from rule in AuthorizationRules.All
        from mode in Gen.Elements("STRICT", "STRICT", "DISABLE")
        from isForPeers in Gen.Elements(false, false, true)
        select isForPeers
            ? Security(
                "east",
                "PeerAuthentication",
                ns,
                name,
                Given(("selector", Places.MatchLabels(selector)), ("mtls", Map(("mode", mode))))
            )
            : Security(
                "east",
                "AuthorizationPolicy",
                ns,
                $"{name}-{Name}",
                Given(("selector", Places.MatchLabels(selector)), ("action", action), ("rules", List(rule)))
            );

    public static Gen<Sheds> All { get; } =
        from labels in Injection.OfNamespaces
        from istiods in Injection.Istiods
        from controller in Controllers
        from selector in Selectors
        from count in Gen.Choose(0, 2)
        from policies in Policies.ArrayOf(count)
        select new Sheds([Namespace(labels), controller, Service(selector), .. policies], istiods);

    private static Manifest Namespace(Dictionary<string, object?> labels) =>
        Manifest.From("east", Map(("apiVersion", "v1"), ("kind", "Namespace"), ("metadata", Map(("name", Yard), ("labels", labels)))));

    private static Manifest Service(Dictionary<string, object?> selector) =>
        Of(
            "east",
            "v1",
            "Service",
            Yard,
            Name,
            Map(
                ("selector", selector),
                ("ports", List(Map(("name", "http"), ("port", 8000L), ("targetPort", 8080L)), Map(("name", "tcp"), ("port", 9000L))))
            )
        );
}
