namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

/// <summary>Input: session affinity config.</summary>
public class SessionAffinityConfigArgs : ResourceArgs
{
    [Input("clientIP")]
    public Input<ClientIPConfigArgs>? ClientIP { get; set; }

    public static new SessionAffinityConfigArgs Empty => new();
}
