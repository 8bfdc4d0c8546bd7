namespace MeshStack.Manifests;

/// <summary>Rules on the annotations of Istio's objects.</summary>
internal static class AnnotationRules
{
    private static readonly string[] Internal =
    [
        "internal.istio.io/parent-namespace",
        "internal.istio.io/parents",
        "internal.istio.io/webhook-always-reject",
    ];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "annotation-internal",
            Severity.Error,
            IstioChecks.Kinds,
            "Objects have none of the annotations that istiod keeps for itself.",
            InternalAnnotation
        ),
        new(
            "annotation-dry-run",
            Severity.Error,
            [.. IstioChecks.Kinds.Where(kind => kind != "AuthorizationPolicy")],
            "Only an AuthorizationPolicy has a dry run.",
            DryRun
        ),
    ];

    private static IEnumerable<Problem> InternalAnnotation(Subject subject) =>
        subject.Annotations.Value is null
            ? []
            : from name in Internal
            let annotation = subject.Annotations[name]
            where annotation.Exists
            select new Problem(annotation, $"The annotation {name} is istiod's own; leave it out.");

    private static IEnumerable<Problem> DryRun(Subject subject) =>
        subject.Annotations[AuthorizationActionRules.DryRunAnnotation] is { Exists: true } annotation
            ?
            [
                new Problem(
                    annotation,
                    $"The annotation {annotation.Name} is given for a {subject.Kind}; only an AuthorizationPolicy has a dry run."
                ),
            ]
            : [];
}
