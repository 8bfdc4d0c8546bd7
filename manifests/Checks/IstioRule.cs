namespace MeshStack.Manifests;

/// <summary>A rule of <see cref="IstioChecks"/> that looks at objects one by one.</summary>
/// <param name="Rule">What reports and the documentation say of it.</param>
/// <param name="Check">What is wrong with an object.</param>
internal sealed record IstioRule(FindingRule Rule, Func<Subject, IEnumerable<Problem>> Check)
{
    public IstioRule(
        string code,
        Severity severity,
        string kind,
        string summary,
        string why,
        string fix,
        Func<Subject, IEnumerable<Problem>> check,
        RuleOrigin origin = RuleOrigin.Istio
    )
        : this(code, severity, [kind], summary, why, fix, check, origin) { }

    public IstioRule(
        string code,
        Severity severity,
        IReadOnlyList<string> kinds,
        string summary,
        string why,
        string fix,
        Func<Subject, IEnumerable<Problem>> check,
        RuleOrigin origin = RuleOrigin.Istio
    )
        : this(new FindingRule(code, severity, origin, kinds, summary, why, fix), check) { }
}
