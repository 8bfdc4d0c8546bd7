using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>What Istio's injector does with a pod, and what the pod brings along itself.</summary>
/// <remarks>Source: https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/ and pkg/kube/inject of istio/istio.</remarks>
internal static class SidecarInjection
{
    /// <param name="pod">The pod.</param>
    /// <param name="ns">The labels of its namespace; null where no object shows them.</param>
    /// <param name="hidden">What hides some of them that say something about injection.</param>
    /// <param name="running">The pods that a cluster runs for it.</param>
    /// <param name="injector">What istiod does with it where a webhook brings it.</param>
    public static (SidecarPresence Presence, string Reason) Of(
        PodTemplate pod,
        IReadOnlyDictionary<string, string>? ns,
        Unreadable? hidden,
        IEnumerable<PodTemplate> running,
        Injector injector
    )
    {
        if (pod.HasProxyContainer)
        {
            return ByTemplate(pod) ?? (SidecarPresence.Present, "its pod has the container istio-proxy");
        }

        if (pod.NamedLikeProxy is { } image)
        {
            return (SidecarPresence.Unknown, $"its container istio-proxy has the image {image}, which nothing says is Istio's proxy");
        }

        if (running.Select(one => one.HasProxyContainer).Distinct().ToArray() is [var has])
        {
            return has
                ? (SidecarPresence.Present, "its running pods have the container istio-proxy")
                : (SidecarPresence.Absent, "its running pods have no container istio-proxy");
        }

        if (pod.Spec["hostNetwork"].IsTrue)
        {
            return (SidecarPresence.Absent, "its pod uses the host's network");
        }

        if (IstioNames.NeverInjected.Contains(pod.Namespace))
        {
            return (SidecarPresence.Absent, $"nothing is injected in {pod.Namespace}");
        }

        // Either says no, the label before the annotation; the label alone asks for a sidecar where the namespace does not. Anything but
        // true and false says nothing.
        var label = pod.Labels.GetValueOrDefault(IstioNames.Inject);
        var said = label ?? pod.Annotations[IstioNames.Inject].Scalar();
        if (said == "false")
        {
            return (SidecarPresence.Absent, $"its pod says {IstioNames.Inject}: false");
        }

        if (hidden is not null)
        {
            return (SidecarPresence.Unknown, hidden.Reason);
        }

        var (presence, reason, revisions) = injector.Webhooks.Bring(pod.Namespace, ns, pod.Labels);
        return presence == SidecarPresence.Present
            ? injector.Withholds(pod.Labels, asks: said == "true", isWhole: true, revisions) ?? ByTemplate(pod) ?? (presence, reason)
            : (presence, reason);
    }

    /// <summary>What the labels of a workload say against the sidecar that somebody declares; null where they say nothing.</summary>
    public static (SidecarPresence Presence, string Reason)? Against(string ns, IReadOnlyDictionary<string, string> labels) =>
        IstioNames.NeverInjected.Contains(ns) ? (SidecarPresence.Unknown, $"it is declared with a sidecar, and nothing is injected in {ns}")
        : labels.GetValueOrDefault(IstioNames.Inject) == "false"
            ? (SidecarPresence.Unknown, $"it is declared with a sidecar, and its pods say {IstioNames.Inject}: false")
        : null;

    /// <summary>What a namespace says of pods that nothing else is known of; null where it leaves it to them.</summary>
    public static (SidecarPresence Presence, string Reason)? InNamespace(string ns, IReadOnlyDictionary<string, string>? labels) =>
        IstioNames.NeverInjected.Contains(ns) ? (SidecarPresence.Absent, $"nothing is injected in {ns}")
        : labels?.GetValueOrDefault("istio-injection") == "disabled"
            ? (SidecarPresence.Absent, "its namespace says istio-injection: disabled")
        : null;

    /// <summary>Whether labels ask for a sidecar themselves.</summary>
    public static bool Asks(IReadOnlyDictionary<string, string> labels) => labels.GetValueOrDefault(IstioNames.Inject) == "true";

    // Templates of the pod's own choice and a bootstrap of its own make any proxy of it, or none.
    private static (SidecarPresence Presence, string Reason)? ByTemplate(PodTemplate pod) =>
        pod.Templates.FirstOrDefault(name => name is not ("sidecar" or "gateway")) is { } other
            ? (SidecarPresence.Unknown, $"its pod asks for the injector's template {other}, which is not evaluated")
        : pod.IsOfGatewayTemplate && !pod.IsGateway
            ? (SidecarPresence.Unknown, "its pod is injected as a gateway, whose proxy takes no connections of other containers")
        : pod.Annotations[PodTemplate.Bootstrap].HasContent
            ? (SidecarPresence.Unknown, $"its pod says {PodTemplate.Bootstrap}, and its proxy is configured by that")
        : null;
}
