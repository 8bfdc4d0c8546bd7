// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Mutual TLS that workloads expect from their callers (security.istio.io/v1).</summary>
public sealed class PeerAuthentication(string name, PeerAuthenticationArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="PeerAuthentication"/>.</summary>
public sealed class PeerAuthenticationArgs() : CustomResourceArgs("security.istio.io/v1", "PeerAuthentication")
{
    /// <summary>What the object says.</summary>
    [Input("spec")]
    public Input<PeerAuthenticationSpecArgs>? Spec { get; set; }
}

/// <summary>Mutual TLS that callers must or may speak.</summary>
public sealed partial class MutualTlsArgs : ResourceArgs
{
    /// <summary>What is expected; default inherited.</summary>
    [Input("mode")]
    public Input<MutualTlsMode>? Mode { get; set; }
}

/// <summary>Workloads and the mutual TLS they expect.</summary>
public sealed partial class PeerAuthenticationSpecArgs : ResourceArgs
{
    /// <summary>Mutual TLS at all ports; default inherited.</summary>
    [Input("mtls")]
    public Input<MutualTlsArgs>? Mtls { get; set; }

    [Input("portLevelMtls")]
    private InputMap<MutualTlsArgs>? _portLevelMtls;

    /// <summary>Mutual TLS at single ports of the workload, by number; needs a selector.</summary>
    public InputMap<MutualTlsArgs> PortLevelMtls
    {
        get => _portLevelMtls ??= new();
        set => _portLevelMtls = value;
    }

    /// <summary>Workloads that it is for; default all of the namespace.</summary>
    [Input("selector")]
    public Input<MatchLabelsSelectorArgs>? Selector { get; set; }
}

/// <summary>What a workload expects from its callers.</summary>
[EnumType]
public readonly record struct MutualTlsMode
{
    private readonly string _name;

    private MutualTlsMode(string name) => _name = name;

    /// <summary>Inherited from namespace or mesh; PERMISSIVE where nothing is set.</summary>
    public static MutualTlsMode Unset { get; } = new("UNSET");

    /// <summary>Plain text only.</summary>
    public static MutualTlsMode Disable { get; } = new("DISABLE");

    /// <summary>Mutual TLS or plain text.</summary>
    public static MutualTlsMode Permissive { get; } = new("PERMISSIVE");

    /// <summary>Mutual TLS only.</summary>
    public static MutualTlsMode Strict { get; } = new("STRICT");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Unset._name, Disable._name, Permissive._name, Strict._name];

    /// <summary>Value of a name on the wire.</summary>
    public static MutualTlsMode Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(MutualTlsMode value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
