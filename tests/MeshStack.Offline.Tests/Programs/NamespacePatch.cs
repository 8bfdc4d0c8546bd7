using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack.Offline.Tests.Programs;

public sealed class NamespacePatchArgs : ResourceArgs
{
    [Input("apiVersion")]
    public Input<string> ApiVersion { get; } = "v1";

    [Input("kind")]
    public Input<string> Kind { get; } = "Namespace";

    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }
}

/// <summary>A patch as the Kubernetes package registers it.</summary>
public sealed class NamespacePatch(string name, NamespacePatchArgs args, CustomResourceOptions options)
    : CustomResource("kubernetes:core/v1:NamespacePatch", name, args, options);
