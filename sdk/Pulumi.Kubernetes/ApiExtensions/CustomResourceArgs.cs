using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>Base of the args of a custom resource; subclasses add their [Input("spec")].</summary>
public abstract class CustomResourceArgs : ResourceArgs
{
    protected CustomResourceArgs(string apiVersion, string kind)
    {
        TypeApiVersion = apiVersion;
        TypeKind = kind;
        ApiVersion = apiVersion;
        Kind = kind;
    }

    internal string TypeApiVersion { get; }

    internal string TypeKind { get; }

    [Input("apiVersion")]
    public Input<string> ApiVersion { get; }

    [Input("kind")]
    public Input<string> Kind { get; }

    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }
}
