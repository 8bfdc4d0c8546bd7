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
            "The annotation would give the object the rights of another, so istiod takes it from nobody but itself.",
            "Remove the annotation.",
            InternalAnnotation
        ),
        new(
            "annotation-dry-run",
            Severity.Error,
            [.. IstioChecks.Kinds.Where(kind => kind != "AuthorizationPolicy")],
            "Only an AuthorizationPolicy has a dry run.",
            "A dry run of this kind is unknown to istiod, so it refuses the object rather than enforce what was meant as a trial.",
            "Remove the annotation istio.io/dry-run.",
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
