namespace MeshStack.Definition;

/// <summary>A version of Istio, and the Kubernetes that it runs on.</summary>
/// <param name="Version">Version of Istio and of its charts, for example <c>1.31.4</c>.</param>
/// <param name="OldestKubernetes">Oldest minor version of Kubernetes, for example <c>1.32</c>.</param>
/// <param name="NewestKubernetes">Newest minor version of Kubernetes.</param>
public sealed record IstioRelease(string Version, string OldestKubernetes, string NewestKubernetes)
{
    /// <summary>Whether it is supported on a version of Kubernetes, <c>1.33</c> or <c>v1.33.4</c>.</summary>
    public bool Supports(string kubernetes)
    {
        ArgumentNullException.ThrowIfNull(kubernetes);
        return IstioVersion.TryParse(kubernetes.TrimStart('v'), out var version)
            && Minor(OldestKubernetes) <= Minor(version)
            && Minor(version) <= Minor(NewestKubernetes);
    }

    private static int Minor(string version) => IstioVersion.TryParse(version, out var parsed) ? Minor(parsed) : 0;

    private static int Minor(System.Version version) => (version.Major * 1000) + version.Minor;
}
