// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>WasmPlugin spec.</summary>
internal sealed partial record WasmPluginSpec : IIstioNode
{
    public string? FailStrategy { get; init; }

    public string? ImagePullPolicy { get; init; }

    public string? ImagePullSecret { get; init; }

    public IReadOnlyList<TrafficSelector> Match { get; init; } = [];

    public string? Phase { get; init; }

    public IReadOnlyDictionary<string, object>? PluginConfig { get; init; }

    public string? PluginName { get; init; }

    public int? Priority { get; init; }

    public MatchLabelsSelector? Selector { get; init; }

    public string? Sha256 { get; init; }

    public PolicyTargetReference? TargetRef { get; init; }

    public IReadOnlyList<PolicyTargetReference> TargetRefs { get; init; } = [];

    public string? Type { get; init; }

    public string? Url { get; init; }

    public string? VerificationKey { get; init; }

    public VmConfig? VmConfig { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("failStrategy", FailStrategy);
        tree.Add("imagePullPolicy", ImagePullPolicy);
        tree.Add("imagePullSecret", ImagePullSecret);
        tree.Add("match", Match);
        tree.Add("phase", Phase);
        tree.Add("pluginConfig", PluginConfig);
        tree.Add("pluginName", PluginName);
        tree.Add("priority", Priority);
        tree.Add("selector", Selector);
        tree.Add("sha256", Sha256);
        tree.Add("targetRef", TargetRef);
        tree.Add("targetRefs", TargetRefs);
        tree.Add("type", Type);
        tree.Add("url", Url);
        tree.Add("verificationKey", VerificationKey);
        tree.Add("vmConfig", VmConfig);
        return tree.ToTree();
    }
}

internal static class WasmPluginPhase
{
    public const string UnspecifiedPhase = "UNSPECIFIED_PHASE";
    public const string Authn = "AUTHN";
    public const string Authz = "AUTHZ";
    public const string Stats = "STATS";
}
