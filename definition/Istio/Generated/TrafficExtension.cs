// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>TrafficExtension spec.lua.</summary>
internal sealed partial record LuaExtension : IIstioNode
{
    public string? InlineCode { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("inlineCode", InlineCode);
        return tree.ToTree();
    }
}

/// <summary>TrafficExtension spec.</summary>
internal sealed partial record TrafficExtensionSpec : IIstioNode
{
    public LuaExtension? Lua { get; init; }

    public IReadOnlyList<TrafficSelector> Match { get; init; } = [];

    public string? Phase { get; init; }

    public int? Priority { get; init; }

    public MatchLabelsSelector? Selector { get; init; }

    public IReadOnlyList<PolicyTargetReference> TargetRefs { get; init; } = [];

    public WasmExtension? Wasm { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("lua", Lua);
        tree.Add("match", Match);
        tree.Add("phase", Phase);
        tree.Add("priority", Priority);
        tree.Add("selector", Selector);
        tree.Add("targetRefs", TargetRefs);
        tree.Add("wasm", Wasm);
        return tree.ToTree();
    }
}

/// <summary>TrafficExtension spec.wasm.</summary>
internal sealed partial record WasmExtension : IIstioNode
{
    public string? FailStrategy { get; init; }

    public string? ImagePullPolicy { get; init; }

    public string? ImagePullSecret { get; init; }

    public IReadOnlyDictionary<string, object>? PluginConfig { get; init; }

    public string? PluginName { get; init; }

    public string? Sha256 { get; init; }

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
        tree.Add("pluginConfig", PluginConfig);
        tree.Add("pluginName", PluginName);
        tree.Add("sha256", Sha256);
        tree.Add("type", Type);
        tree.Add("url", Url);
        tree.Add("verificationKey", VerificationKey);
        tree.Add("vmConfig", VmConfig);
        return tree.ToTree();
    }
}

internal static class TrafficExtensionPhase
{
    public const string Unspecified = "UNSPECIFIED";
    public const string Authn = "AUTHN";
    public const string Authz = "AUTHZ";
    public const string Stats = "STATS";
}
