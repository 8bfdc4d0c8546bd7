namespace MeshStack.Manifests;

/// <summary>A named rule of <see cref="IstioChecks"/>.</summary>
public sealed class IstioRule
{
    internal IstioRule(
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

    internal IstioRule(
        string code,
        Severity severity,
        IReadOnlyList<string> kinds,
        string summary,
        string why,
        string fix,
        Func<Subject, IEnumerable<Problem>> check,
        RuleOrigin origin = RuleOrigin.Istio
    )
    {
        Code = code;
        Severity = severity;
        Kinds = kinds;
        Summary = summary;
        Why = why;
        Fix = fix;
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

    /// <summary>What happens in the cluster where it is broken, or what could not be meant.</summary>
    public string Why { get; }

    /// <summary>What to do about a finding of it.</summary>
    public string Fix { get; }

    /// <summary>Whether it is Istio's own or lint beyond Istio.</summary>
    public RuleOrigin Origin { get; }

    internal Func<Subject, IEnumerable<Problem>> Check { get; }

    /// <inheritdoc/>
    public override string ToString() => Code;
}
