namespace MeshStack.Manifests;

/// <summary>A rule by which something is found, as reports and the documentation name it.</summary>
/// <param name="Code">The name that findings carry, such as <c>gateway-tls-required</c>.</param>
/// <param name="Severity">The weight of its findings.</param>
/// <param name="Origin">Who judges by it in a cluster.</param>
/// <param name="Kinds">The kinds that it looks at; empty for all.</param>
/// <param name="Summary">What holds for objects that follow it.</param>
/// <param name="Why">What happens in the cluster where it is broken.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record FindingRule(
    string Code,
    Severity Severity,
    RuleOrigin Origin,
    IReadOnlyList<string> Kinds,
    string Summary,
    string Why,
    string Fix
)
{
    /// <inheritdoc/>
    public override string ToString() => Code;
}
