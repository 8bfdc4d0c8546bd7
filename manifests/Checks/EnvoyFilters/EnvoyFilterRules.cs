namespace MeshStack.Manifests;

/// <summary>Rules on what an EnvoyFilter patches, and how.</summary>
internal static class EnvoyFilterRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "envoy-filter",
            Severity.Warning,
            "EnvoyFilter",
            "Proxies are configured by Istio's other kinds where they can be.",
            "The patch is applied to what istiod generates, which any upgrade may change without the patch being noticed.",
            "Use another kind of Istio where one does the same, and test the filter with each upgrade.",
            Internals
        ),
        new(
            "envoy-filter-patch",
            Severity.Error,
            "EnvoyFilter",
            "A patch says what it applies to, and has an operation and, unless it removes, a value.",
            "istiod does not know what to change or how, so nothing could be patched.",
            "Give applyTo, patch.operation and, unless it is REMOVE, patch.value.",
            Patch
        ),
        new(
            "envoy-filter-proxy-version",
            Severity.Error,
            "EnvoyFilter",
            "The version of a proxy is matched by a regular expression of RE2.",
            "The expression cannot be compiled, so it is unknown which proxies are patched.",
            "Write it in the syntax of RE2.",
            ProxyVersion
        ),
    ];

    private static IEnumerable<Problem> Internals(Subject subject) =>
        [
            new Problem(
                subject.Spec,
                "An EnvoyFilter changes what istiod makes of the other objects, in a form that may change with any release; use another "
                    + "kind if one does, and test it with every upgrade."
            ),
        ];

    private static IEnumerable<Problem> Patch(Subject subject)
    {
        foreach (var patch in EnvoyPatches.Of(subject))
        {
            var (change, operation) = (patch["patch"], patch["patch"]["operation"].Text ?? "INVALID");
            if (EnvoyPatches.TargetOf(patch) == "INVALID")
            {
                yield return new(patch["applyTo"], "The patch applies to nothing; give applyTo, such as HTTP_FILTER.");
            }
            else if (!change.Exists || operation == "INVALID")
            {
                yield return new(change["operation"], "The patch has no operation; give one, such as MERGE.");
            }
            else if (operation != "REMOVE" && !change["value"].Exists)
            {
                yield return new(change["value"], $"The operation is {operation}, but there is no value; give it, or remove.");
            }
        }
    }

    private static IEnumerable<Problem> ProxyVersion(Subject subject) =>
        from version in EnvoyPatches.Of(subject).Select(patch => patch["match"]["proxy"]["proxyVersion"])
        where version.Text is { Length: > 0 } text && !Placeholder.IsIn(text)
        let reason = RegularExpression.WhyNotSyntax(version.Text!)
        where reason is not null
        select new Problem(version, $"The regex of the proxy's version is not accepted: {reason}.");
}
