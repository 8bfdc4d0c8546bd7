// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>Platform whose nodes differ from what the charts assume.</summary>
[EnumType]
public readonly record struct Platform
{
    private readonly string _name;

    private Platform(string name) => _name = name;

    /// <summary>Google Kubernetes Engine.</summary>
    public static Platform Gke { get; } = new("gke");

    /// <summary>k3d.</summary>
    public static Platform K3d { get; } = new("k3d");

    /// <summary>k3s.</summary>
    public static Platform K3s { get; } = new("k3s");

    /// <summary>MicroK8s.</summary>
    public static Platform Microk8s { get; } = new("microk8s");

    /// <summary>minikube.</summary>
    public static Platform Minikube { get; } = new("minikube");

    /// <summary>Red Hat OpenShift: cni and ztunnel run in kube-system.</summary>
    public static Platform OpenShift { get; } = new("openshift");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [Gke._name, K3d._name, K3s._name, Microk8s._name, Minikube._name, OpenShift._name];

    /// <summary>Value of a name on the wire.</summary>
    public static Platform Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(Platform value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
