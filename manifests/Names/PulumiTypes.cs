namespace MeshStack.Manifests;

/// <summary>The types of Pulumi's resources that are more than an object of Kubernetes, or that are looked for by their type.</summary>
internal static class PulumiTypes
{
    /// <summary>A provider for one cluster.</summary>
    public const string KubernetesProvider = "pulumi:providers:kubernetes";

    /// <summary>The outputs of another stack.</summary>
    public const string StackReference = "pulumi:pulumi:StackReference";

    /// <summary>A Helm release.</summary>
    public const string HelmRelease = "kubernetes:helm.sh/v3:Release";

    /// <summary>A file of objects.</summary>
    public const string ConfigFile = "kubernetes:yaml/v2:ConfigFile";

    /// <summary>A Secret.</summary>
    public const string Secret = "kubernetes:core/v1:Secret";

    /// <summary>A Service.</summary>
    public const string Service = "kubernetes:core/v1:Service";

    /// <summary>A namespace that is made.</summary>
    public const string Namespace = "kubernetes:core/v1:Namespace";

    /// <summary>Labels and annotations of a namespace that something else made.</summary>
    public const string NamespacePatch = Namespace + "Patch";
}
