namespace Pulumi.Kubernetes.Types.Inputs.Meta.V1;

/// <summary>Input: object meta.</summary>
public class ObjectMetaArgs : ResourceArgs
{
    [Input("clusterName")]
    public Input<string>? ClusterName { get; set; }

    [Input("creationTimestamp")]
    public Input<string>? CreationTimestamp { get; set; }

    [Input("deletionGracePeriodSeconds")]
    public Input<int>? DeletionGracePeriodSeconds { get; set; }

    [Input("deletionTimestamp")]
    public Input<string>? DeletionTimestamp { get; set; }

    [Input("generateName")]
    public Input<string>? GenerateName { get; set; }

    [Input("generation")]
    public Input<int>? Generation { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    [Input("resourceVersion")]
    public Input<string>? ResourceVersion { get; set; }

    [Input("selfLink")]
    public Input<string>? SelfLink { get; set; }

    [Input("uid")]
    public Input<string>? Uid { get; set; }

    [Input("ownerReferences")]
    private InputList<OwnerReferenceArgs>? _ownerReferences;

    public InputList<OwnerReferenceArgs> OwnerReferences
    {
        get => _ownerReferences ??= [];
        set => _ownerReferences = value;
    }

    [Input("finalizers")]
    private InputList<string>? _finalizers;

    public InputList<string> Finalizers
    {
        get => _finalizers ??= [];
        set => _finalizers = value;
    }

    [Input("annotations")]
    private InputMap<string>? _annotations;

    public InputMap<string> Annotations
    {
        get => _annotations ??= [];
        set => _annotations = value;
    }

    [Input("labels")]
    private InputMap<string>? _labels;

    public InputMap<string> Labels
    {
        get => _labels ??= [];
        set => _labels = value;
    }

    public static new ObjectMetaArgs Empty => new();
}
