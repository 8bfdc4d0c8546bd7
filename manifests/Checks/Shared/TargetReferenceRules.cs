namespace MeshStack.Manifests;

/// <summary>Rules on the objects that a policy is attached to.</summary>
internal static class TargetReferenceRules
{
    private static readonly string[] Allowed =
    [
        "core/Service",
        "networking.istio.io/ServiceEntry",
        "gateway.networking.k8s.io/Gateway",
        "gateway.networking.k8s.io/GatewayClass",
    ];

    private static readonly string[] Kinds =
    [
        "AuthorizationPolicy",
        "RequestAuthentication",
        "Telemetry",
        "TrafficExtension",
        "WasmPlugin",
    ];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "selector-or-target",
            Severity.Error,
            Kinds,
            "A policy has one of selector, targetRef and targetRefs.",
            "One chooses workloads by labels, the other proxies by an object, so it would be open which is meant.",
            "Keep one of selector, targetRef and targetRefs.",
            OneOf
        ),
        new(
            "target-reference",
            Severity.Error,
            Kinds,
            "A target is a named Service, ServiceEntry, Gateway or GatewayClass of the policy's own namespace.",
            "A policy is attached only to these kinds and in its own namespace, so it would protect nothing.",
            "Name a Service, ServiceEntry, Gateway or GatewayClass, without a namespace.",
            Target
        ),
    ];

    private static IEnumerable<Problem> OneOf(Subject subject)
    {
        string[] given =
        [
            .. new[] { "selector", "targetRef" }.Where(key => subject.Spec[key].Exists),
            .. subject.Spec["targetRefs"].HasContent ? ["targetRefs"] : Array.Empty<string>(),
        ];
        if (given.Length > 1)
        {
            yield return new(
                subject.Spec,
                $"The policy has {string.Join(" and ", given)}; only one of selector, targetRef and targetRefs may be given."
            );
        }
    }

    private static IEnumerable<Problem> Target(Subject subject)
    {
        foreach (var target in subject.Spec["targetRefs"].Items.Append(subject.Spec["targetRef"]).Where(target => target.Exists))
        {
            if (!target["name"].HasContent)
            {
                yield return new(target, "The target has no name; name the object that the policy is attached to.");
            }

            if (target["namespace"].HasContent)
            {
                yield return new(
                    target["namespace"],
                    $"The target names the namespace {target["namespace"].Text}; a policy is attached only to objects of its own namespace."
                );
            }

            var group = target["group"].HasContent ? target["group"].Text : "core";
            var kind = $"{group}/{target["kind"].Text}";
            if (!Allowed.Contains(kind))
            {
                yield return new(target, $"The target is a {kind}; it can be {string.Join(", ", Allowed)}.");
            }
        }
    }
}
