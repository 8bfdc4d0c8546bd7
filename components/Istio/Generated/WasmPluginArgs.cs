// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Extension of proxies in WebAssembly (extensions.istio.io/v1alpha1).</summary>
public sealed class WasmPlugin(string name, WasmPluginArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="WasmPlugin"/>.</summary>
public sealed class WasmPluginArgs() : CustomResourceArgs("extensions.istio.io/v1alpha1", "WasmPlugin")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<WasmPluginSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Workloads, and the plugin that their proxies run.</summary>
public sealed partial class WasmPluginSpecArgs : ResourceArgs
{
    /// <summary>What happens to traffic when the plugin cannot be fetched or fails; default FAIL_CLOSE.</summary>
    [Input("failStrategy")]
    public Input<FailStrategy>? FailStrategy { get; set; }

    /// <summary>When the image is fetched; default IfNotPresent, or Always for the tag latest.</summary>
    [Input("imagePullPolicy")]
    public Input<ImagePullPolicy>? ImagePullPolicy { get; set; }

    /// <summary>Secret of the same namespace by which the image is pulled.</summary>
    [Input("imagePullSecret")]
    public Input<string>? ImagePullSecret { get; set; }

    [Input("match")]
    private InputList<TrafficSelectorArgs>? _match;

    /// <summary>Traffic that it is for, one of several; default all.</summary>
    public InputList<TrafficSelectorArgs> Match
    {
        get => _match ??= new();
        set => _match = value;
    }

    /// <summary>Place in the order of filters; default just before the router.</summary>
    [Input("phase")]
    public Input<WasmPluginPhase>? Phase { get; set; }

    [Input("pluginConfig")]
    private InputMap<object>? _pluginConfig;

    /// <summary>Configuration that the plugin gets, as JSON.</summary>
    public InputMap<object> PluginConfig
    {
        get => _pluginConfig ??= new();
        set => _pluginConfig = value;
    }

    /// <summary>Name of the plugin in its own configuration, 1-256 characters.</summary>
    [Input("pluginName")]
    public Input<string>? PluginName { get; set; }

    /// <summary>Order within a phase: higher ones first; default 0.</summary>
    [Input("priority")]
    public Input<int>? Priority { get; set; }

    /// <summary>Workloads that it is for; default all of the namespace; not with target references.</summary>
    [Input("selector")]
    public Input<MatchLabelsSelectorArgs>? Selector { get; set; }

    /// <summary>SHA-256 hash in hex of the module or image; what has another one is refused.</summary>
    [Input("sha256")]
    public Input<string>? Sha256 { get; set; }

    /// <summary>Object that it is attached to; the older form of targetRefs.</summary>
    [Obsolete("Use TargetRefs.")]
    [Input("targetRef")]
    public Input<PolicyTargetReferenceArgs>? TargetRef { get; set; }

    [Input("targetRefs")]
    private InputList<PolicyTargetReferenceArgs>? _targetRefs;

    /// <summary>Objects that it is attached to, up to 16; not with a selector.</summary>
    public InputList<PolicyTargetReferenceArgs> TargetRefs
    {
        get => _targetRefs ??= new();
        set => _targetRefs = value;
    }

    /// <summary>Kind of filter; default HTTP.</summary>
    [Input("type")]
    public Input<PluginType>? Type { get; set; }

    /// <summary>Where the module is: "oci://" (the default), "https://", "http://" or "file://".</summary>
    [Input("url", required: true)]
    public Input<string> Url { get; set; } = null!;

    /// <summary>Public key that verifies the image's signature; in the schema, but without effect.</summary>
    [Input("verificationKey")]
    public Input<string>? VerificationKey { get; set; }

    /// <summary>Virtual machine that the plugin runs in.</summary>
    [Input("vmConfig")]
    public Input<VmConfigArgs>? VmConfig { get; set; }
}

/// <summary>Place of a plugin in the order of filters.</summary>
[EnumType]
public readonly record struct WasmPluginPhase
{
    private readonly string _name;

    private WasmPluginPhase(string name) => _name = name;

    /// <summary>At the end, just before the router.</summary>
    public static WasmPluginPhase UnspecifiedPhase { get; } = new("UNSPECIFIED_PHASE");

    /// <summary>Before Istio's filters for authentication.</summary>
    public static WasmPluginPhase Authn { get; } = new("AUTHN");

    /// <summary>Before Istio's filters for authorization, behind those for authentication.</summary>
    public static WasmPluginPhase Authz { get; } = new("AUTHZ");

    /// <summary>Before Istio's filters for statistics, behind those for authorization.</summary>
    public static WasmPluginPhase Stats { get; } = new("STATS");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [UnspecifiedPhase._name, Authn._name, Authz._name, Stats._name];

    /// <summary>Value of a name on the wire.</summary>
    public static WasmPluginPhase Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(WasmPluginPhase value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
