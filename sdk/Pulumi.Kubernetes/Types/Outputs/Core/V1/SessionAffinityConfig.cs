namespace Pulumi.Kubernetes.Types.Outputs.Core.V1;

/// <summary>Output: session affinity config.</summary>
[OutputType]
public sealed class SessionAffinityConfig
{
    public readonly ClientIPConfig ClientIP;

    [OutputConstructor]
    private SessionAffinityConfig(ClientIPConfig clientIP)
    {
        ClientIP = clientIP;
    }
}
