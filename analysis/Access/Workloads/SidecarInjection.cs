namespace MeshStack.Analysis.Access;

/// <summary>What Istio's injector does with a pod, and what the pod brings along itself.</summary>
/// <remarks>Source: https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/ and pkg/kube/inject of istio/istio.</remarks>
internal static class SidecarInjection
{
    private static readonly string[] NeverInjected = ["kube-system", "kube-public", "kube-node-lease", "local-path-storage"];

    public static (SidecarPresence Presence, string Reason) Of(PodTemplate pod, IReadOnlyDictionary<string, string>? space)
    {
        if (pod.HasProxyContainer)
        {
            return (SidecarPresence.Present, "its pod has the container istio-proxy");
        }

        if (pod.Spec["hostNetwork"].IsTrue)
        {
            return (SidecarPresence.Absent, "its pod uses the host's network");
        }

        if (NeverInjected.Contains(pod.Namespace))
        {
            return (SidecarPresence.Absent, $"nothing is injected in {pod.Namespace}");
        }

        var said = pod.Labels.GetValueOrDefault("sidecar.istio.io/inject") ?? pod.Annotations["sidecar.istio.io/inject"].Scalar();
        if (said == "false")
        {
            return (SidecarPresence.Absent, "its pod says sidecar.istio.io/inject: false");
        }

        if (space?.GetValueOrDefault("istio-injection") == "disabled")
        {
            return (SidecarPresence.Absent, "its namespace says istio-injection: disabled");
        }

        if (IsAmbient(pod.Labels) ?? (space is not null && IsAmbient(space) == true))
        {
            return (SidecarPresence.Unknown, "ambient mode (istio.io/dataplane-mode) is not evaluated");
        }

        if (said == "true")
        {
            return (SidecarPresence.Present, "its pod says sidecar.istio.io/inject: true");
        }

        if (space is null)
        {
            return pod.Labels.ContainsKey("istio.io/rev")
                ? (SidecarPresence.Present, "its pod names a revision")
                : (SidecarPresence.Unknown, $"no Namespace {pod.Namespace} in the manifests says whether sidecars are injected");
        }

        if (space.GetValueOrDefault("istio-injection") == "enabled")
        {
            return (SidecarPresence.Present, "its namespace says istio-injection: enabled");
        }

        return space.ContainsKey("istio.io/rev") || pod.Labels.ContainsKey("istio.io/rev")
            ? (SidecarPresence.Present, "its namespace or pod names a revision")
            : (SidecarPresence.Absent, "neither its namespace nor its pod asks for a sidecar");
    }

    private static bool? IsAmbient(IReadOnlyDictionary<string, string> labels) =>
        labels.TryGetValue("istio.io/dataplane-mode", out var mode) ? mode == "ambient" : null;
}
