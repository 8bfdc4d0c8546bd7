// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Settings that proxies start with (networking.istio.io/v1beta1).</summary>
public sealed class ProxyConfig(string name, ProxyConfigArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="ProxyConfig"/>.</summary>
public sealed class ProxyConfigArgs() : CustomResourceArgs("networking.istio.io/v1beta1", "ProxyConfig")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<ProxyConfigSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Workloads, and the settings that their proxies start with.</summary>
public sealed partial class ProxyConfigSpecArgs : ResourceArgs
{
    /// <summary>Worker threads of the proxy, 0 for as many as there are cores; default as many as its CPU limit has.</summary>
    [Input("concurrency")]
    public Input<int>? Concurrency { get; set; }

    [Input("environmentVariables")]
    private InputMap<string>? _environmentVariables;

    /// <summary>Environment variables of the proxy, by name.</summary>
    public InputMap<string> EnvironmentVariables
    {
        get => _environmentVariables ??= new();
        set => _environmentVariables = value;
    }

    /// <summary>Image of the proxy.</summary>
    [Input("image")]
    public Input<ProxyImageArgs>? Image { get; set; }

    /// <summary>Workloads that it is for; default all of the namespace, in the root namespace all of the mesh.</summary>
    [Input("selector")]
    public Input<MatchLabelsSelectorArgs>? Selector { get; set; }
}

/// <summary>Image of the proxy.</summary>
public sealed partial class ProxyImageArgs : ResourceArgs
{
    /// <summary>Variant of the image: "default", "debug" or "distroless".</summary>
    [Input("imageType")]
    public Input<string>? ImageType { get; set; }
}
