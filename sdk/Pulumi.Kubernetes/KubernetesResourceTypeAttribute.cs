namespace Pulumi.Kubernetes;

/// <summary>Type token of a Kubernetes resource class.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KubernetesResourceTypeAttribute(string type) : ResourceTypeAttribute(type, "4.32.0");
