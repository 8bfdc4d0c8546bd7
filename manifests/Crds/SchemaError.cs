namespace MeshStack.Manifests;

/// <summary>What the API server would reject of an object, or drop from it.</summary>
/// <param name="Path">The place within the object, such as <c>spec.http[0].timeout</c>.</param>
/// <param name="Rule">The rule of <see cref="SchemaRules"/> that is broken.</param>
/// <param name="Message">What is wrong, what was given and what is allowed.</param>
public sealed record SchemaError(string Path, FindingRule Rule, string Message)
{
    /// <summary>True for a field that no schema defines: the API server drops it, and kubectl refuses it.</summary>
    public bool IsUnknownField => Rule == SchemaRules.UnknownField;

    /// <summary>The error as a finding in the object that it is of.</summary>
    internal Finding In(Manifest manifest) =>
        new(Rule.Severity, Rule.Code, manifest.Cluster, manifest.Reference, Path, Message, manifest.Source);

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
