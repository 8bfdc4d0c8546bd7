namespace Pulumi.Kubernetes;

/// <summary>Type token of a Kubernetes resource class.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KubernetesResourceTypeAttribute(string type) : ResourceTypeAttribute(type, PackageVersion)
{
    public const string PackageVersion = "4.32.0";
}
