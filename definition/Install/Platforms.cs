namespace MeshStack.Definition;

/// <summary>Platforms whose nodes differ from what the charts assume.</summary>
/// <remarks>Files platform-NAME.yaml of https://github.com/istio/istio/tree/master/manifests/helm-profiles; a name without one fails the
/// charts.</remarks>
internal static class Platforms
{
    /// <summary>Red Hat OpenShift: cni and ztunnel run in kube-system.</summary>
    public const string OpenShift = "openshift";

    /// <summary>All that the charts know.</summary>
    public static IReadOnlyList<string> All { get; } = ["gke", "k3d", "k3s", "microk8s", "minikube", OpenShift];

    /// <summary>What to write for a platform that needs nothing.</summary>
    internal static string Hint(string platform) =>
        platform switch
        {
            "eks" or "aks" or "kind" or "kops" => $" ({platform} needs none: leave platform out)",
            _ => "",
        };
}
