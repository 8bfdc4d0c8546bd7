namespace Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;

/// <summary>Input: service reference.</summary>
public class ServiceReferenceArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("namespace", required: true)]
    public Input<string> Namespace { get; set; } = null!;

    [Input("path")]
    public Input<string>? Path { get; set; }

    [Input("port")]
    public Input<int>? Port { get; set; }

    public static new ServiceReferenceArgs Empty => new();
}
