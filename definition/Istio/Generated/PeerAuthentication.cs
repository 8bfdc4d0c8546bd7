// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>PeerAuthentication spec.mtls.</summary>
internal sealed partial record MutualTls : IIstioNode
{
    public string? Mode { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("mode", Mode);
        return tree.ToTree();
    }
}

/// <summary>PeerAuthentication spec.</summary>
internal sealed partial record PeerAuthenticationSpec : IIstioNode
{
    public MutualTls? Mtls { get; init; }

    public IReadOnlyDictionary<string, MutualTls>? PortLevelMtls { get; init; }

    public MatchLabelsSelector? Selector { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("mtls", Mtls);
        tree.Add("portLevelMtls", PortLevelMtls);
        tree.Add("selector", Selector);
        return tree.ToTree();
    }
}

internal static class MutualTlsMode
{
    public const string Unset = "UNSET";
    public const string Disable = "DISABLE";
    public const string Permissive = "PERMISSIVE";
    public const string Strict = "STRICT";
}
