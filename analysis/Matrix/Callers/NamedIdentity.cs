using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Symbolic;

namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>An identity that a policy speaks of, each part a name or a pattern with a wildcard at one end.</summary>
/// <param name="TrustDomain">The trust domain; a wildcard alone for any.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="ServiceAccount">The service account.</param>
internal sealed record NamedIdentity(string TrustDomain, string Namespace, string ServiceAccount)
{
    private const string Any = "*";

    /// <summary>Whoever has an identity that nothing speaks of.</summary>
    public static NamedIdentity Other { get; } = new(Any, Any, Any);

    /// <summary>True where it stands for more than one.</summary>
    public bool IsPattern => Namespace.Contains('*', StringComparison.Ordinal) || ServiceAccount.Contains('*', StringComparison.Ordinal);

    /// <summary>The namespace of one of those that it stands for.</summary>
    public string SampleNamespace => SampleOf(Namespace);

    /// <summary>The service account of one of those that it stands for, which no pod can have where it is a pattern.</summary>
    public string SampleAccount => SampleOf(ServiceAccount);

    /// <summary>The identity that a value of a policy names; null where it is no name of a caller.</summary>
    public static NamedIdentity? From(RequestAttribute attribute, string value) =>
        value.Length == 0 || value == Any
            ? null
            : attribute switch
            {
                RequestAttribute.Namespace => new(Any, value, Any),
                RequestAttribute.TrustDomain => new(value, Any, Any),
                RequestAttribute.ServiceAccount when value.Split('/') is [var ns, var account] => new(Any, ns, account),
                RequestAttribute.Principal => OfPrincipal(value.Split('/')),
                _ => null,
            };

    /// <summary>An identity as it is written whole; null for any other one.</summary>
    public static NamedIdentity? From(string identity) =>
        identity.Split('/') is [var domain, _, var ns, _, var account] ? new(domain, ns, account) : null;

    /// <summary>As policies write it, in a trust domain.</summary>
    public string In(string trustDomain) => this == Other ? Any : $"{trustDomain}/ns/{Namespace}/sa/{ServiceAccount}";

    // TRUST-DOMAIN/ns/NAMESPACE/sa/ACCOUNT, or what is left of it before a wildcard or behind one.
    private static NamedIdentity? OfPrincipal(string[] parts) =>
        parts[0].StartsWith('*') ? new(parts.Length >= 5 ? parts[^5] : Any, parts.Length >= 3 ? parts[^3] : Any, parts[^1])
        : parts[^1].EndsWith('*') || parts.Length == 5
            ? new(parts[0], parts.Length >= 3 ? parts[2] : Any, parts.Length >= 5 ? parts[4] : Any)
        : null;

    private static string SampleOf(string pattern) => pattern.Replace(Any, SymbolicRequest.Anyone, StringComparison.Ordinal);
}
