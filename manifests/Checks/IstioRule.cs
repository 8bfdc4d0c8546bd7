namespace MeshStack.Manifests;

/// <summary>A named rule of <see cref="IstioChecks"/>.</summary>
public sealed class IstioRule
{
    internal IstioRule(
        string code,
        Severity severity,
        string kind,
        string summary,
        Func<Subject, IEnumerable<Problem>> check,
        RuleOrigin origin = RuleOrigin.Istio
    )
        : this(code, severity, [kind], summary, check, origin) { }

    internal IstioRule(
        string code,
        Severity severity,
        IReadOnlyList<string> kinds,
        string summary,
        Func<Subject, IEnumerable<Problem>> check,
        RuleOrigin origin = RuleOrigin.Istio
    )
    {
        Code = code;
        Severity = severity;
        Kinds = kinds;
        Summary = summary;
        Check = check;
        Origin = origin;
    }

    /// <summary>The name that findings carry, such as <c>gateway-tls-required</c>.</summary>
    public string Code { get; }

    /// <summary>The weight of its findings.</summary>
    public Severity Severity { get; }

    /// <summary>The kinds that it looks at.</summary>
    public IReadOnlyList<string> Kinds { get; }

    /// <summary>What holds for objects that follow it.</summary>
    public string Summary { get; }

    /// <summary>Whether it is Istio's own or lint beyond Istio.</summary>
    public RuleOrigin Origin { get; }

    internal Func<Subject, IEnumerable<Problem>> Check { get; }

    /// <inheritdoc/>
    public override string ToString() => Code;
}
