using System.Collections.Immutable;
using Pulumi;

namespace MeshStack;

/// <summary>What a mode of trust comes to: the bundle, the clusters' CAs, and the certificates that may be told of.</summary>
internal sealed record TrustMaterial
{
    /// <summary>The trusted roots, PEM; null where nobody gave one.</summary>
    public Output<string>? RootBundle { get; init; }

    /// <summary>Per cluster; empty where something else issues certificates.</summary>
    public ImmutableDictionary<string, CaCertificatesArgs> Clusters { get; init; } = ImmutableDictionary<string, CaCertificatesArgs>.Empty;

    /// <summary>The trusted roots one by one, PEM, once they are checked; the same texts as in the bundle.</summary>
    public ImmutableArray<Output<string>> RootCertificates { get; init; } = [];

    /// <summary>The trusted roots by name, PEM.</summary>
    public ImmutableArray<(string Name, Output<string> Pem)> Roots { get; init; } = [];

    /// <summary>The intermediates in use by cluster, PEM.</summary>
    public ImmutableArray<(string Name, Output<string> Pem)> Intermediates { get; init; } = [];

    /// <summary>Which root signs; null while a root is not issued yet.</summary>
    public Output<TrustState?> State { get; init; } = Output.Create<TrustState?>((TrustState?)null);
}
