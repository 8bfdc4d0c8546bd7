namespace MeshStack.Manifests;

/// <summary>The status codes that routes answer with.</summary>
internal static class HttpStatusRules
{
    public const int Smallest = 200;

    /// <summary>What istiod takes; Envoy takes one less.</summary>
    public const int Largest = 600;

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "http-status-of-envoy",
            Severity.Warning,
            "VirtualService",
            "Faults and direct responses answer with a status below 600.",
            "istiod accepts 600, but Envoy rejects it, and with it every route of the listener until the object is mended.",
            "Write a status from 200 to 599.",
            Check,
            RuleOrigin.MeshStack
        ),
    ];

    private static IEnumerable<Problem> Check(Subject subject) =>
        from route in subject.Spec["http"].Items
        from status in new[] { route["fault"]["abort"]["httpStatus"], route["directResponse"]["status"] }
        where status.Integer == Largest
        select new Problem(
            status,
            $"The status is {Largest}, which istiod takes and Envoy refuses, with all its routes; it is 200 to 599."
        );
}
