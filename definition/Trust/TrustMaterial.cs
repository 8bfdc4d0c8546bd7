using System.Collections.Immutable;

namespace MeshStack.Definition;

/// <summary>What a mode of trust comes to: the bundle, the clusters' CAs, and the certificates that may be told of.</summary>
internal sealed record TrustMaterial
{
    /// <summary>The trusted roots, PEM; null where nobody gave one.</summary>
    public TextValue? RootBundle { get; init; }

    /// <summary>Per cluster; empty where something else issues certificates.</summary>
    public ImmutableSortedDictionary<string, CaCertificatesSettings> Clusters { get; init; } = Empty.Map<CaCertificatesSettings>();

    /// <summary>The trusted roots one by one, PEM, once they are checked; the same texts as in the bundle.</summary>
    public ImmutableArray<TextValue> RootCertificates { get; init; } = [];

    /// <summary>The trusted roots by name, PEM.</summary>
    public ImmutableArray<(string Name, TextValue Pem)> Roots { get; init; } = [];

    /// <summary>The intermediates in use by cluster, PEM.</summary>
    public ImmutableArray<(string Name, TextValue Pem)> Intermediates { get; init; } = [];

    /// <summary>Whether istiod has to run with <c>ISTIO_MULTIROOT_MESH=true</c>: from the first phase of a rotation to its last.</summary>
    public bool NeedsMultiRoot { get; init; }

    /// <summary>Which root signs, as the objects of a cluster say it; null for an external trust.</summary>
    public TextValue? Mark { get; init; }

    /// <summary>Which root signs, of the trusted roots as they are; null while they are not known, and for an external trust.</summary>
    public Func<IReadOnlyList<string>, TrustState?> State { get; init; } = _ => null;
}
