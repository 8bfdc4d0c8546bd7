using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology;

/// <summary>The namespaces of a cluster that its istiod reads; those that no manifest describes count as read.</summary>
/// <remarks>Source: pkg/kube/namespace/filter.go of istio/istio.</remarks>
internal static class Discovery
{
    // Every namespace has a label with its own name.
    private const string NameLabel = "kubernetes.io/metadata.name";

    public static bool Reads(
        IReadOnlyList<DiscoverySelector> selectors,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> namespaces,
        string ns
    )
    {
        if (selectors.Count == 0 || !namespaces.TryGetValue(ns, out var given))
        {
            return true;
        }

        Dictionary<string, string> labels = new(given, StringComparer.Ordinal) { [NameLabel] = ns };
        return selectors.Any(selector => selector.Selects(labels));
    }

    /// <summary>True for the objects that istiod configures proxies by; others matter to the cluster itself.</summary>
    public static bool IsConfiguration(Manifest manifest) =>
        manifest.Group is GatewayApiKinds.Group or "networking.k8s.io" || manifest.Group.EndsWith(".istio.io", StringComparison.Ordinal);
}
