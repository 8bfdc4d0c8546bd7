using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>An object that changes a proxy in ways that are not evaluated.</summary>
internal sealed record ProxyExtension(Manifest Manifest, bool IsInbound, bool IsOutbound, bool IsGateway)
{
    public Cause Because => Cause.From(Manifest, "it changes the proxy");

    public string Reason => $"{Manifest.Reference} changes the proxy in ways that are not evaluated";

    public static IEnumerable<ProxyExtension> Of(ClusterSnapshot controlPlane, Workload workload)
    {
        string[] namespaces =
            workload.Namespace == controlPlane.Mesh.RootNamespace
                ? [workload.Namespace]
                : [controlPlane.Mesh.RootNamespace, workload.Namespace];
        foreach (var ns in namespaces)
        {
            foreach (var filter in controlPlane.Objects.Of("EnvoyFilter", ns))
            {
                if (IsFor(filter, filter.Spec["workloadSelector"]["labels"], workload))
                {
                    yield return controlPlane.Masks.Of(filter)?.Unread is null ? OfFilter(filter) : new(filter, true, true, true);
                }
            }

            foreach (var plugin in controlPlane.Objects.Of("WasmPlugin", ns).Concat(controlPlane.Objects.Of("TrafficExtension", ns)))
            {
                if (IsFor(plugin, plugin.Spec["selector"]["matchLabels"], workload))
                {
                    var modes = plugin.Spec["match"].Items.Select(match => match["mode"].Text).ToArray();
                    yield return new(
                        plugin,
                        modes.Length == 0 || modes.Any(mode => mode != "CLIENT"),
                        modes.Length == 0 || modes.Any(mode => mode != "SERVER"),
                        true
                    );
                }
            }
        }
    }

    private static bool IsFor(Manifest manifest, Field labels, Workload workload)
    {
        var targets = new PolicyTargets(manifest);
        return targets.Exist ? targets.Name(workload.Namespace, workload.Labels) : LabelSelector.From(labels).Selects(workload.Labels);
    }

    // What says nothing of the change itself is dropped, and changes nothing.
    // Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/model/envoyfilter.go, convertToEnvoyFilterWrapper.
    private static ProxyExtension OfFilter(Manifest filter)
    {
        var contexts = filter
            .Spec["configPatches"]
            .Items.Where(patch => patch["patch"].Exists && patch["applyTo"].Exists)
            .Select(patch => patch["match"]["context"].Text ?? "ANY")
            .ToArray();
        bool Has(string context) =>
            contexts.Any(given => given == context || given is not ("SIDECAR_INBOUND" or "SIDECAR_OUTBOUND" or "GATEWAY" or "WAYPOINT"));
        return new(filter, Has("SIDECAR_INBOUND"), Has("SIDECAR_OUTBOUND"), Has("GATEWAY"));
    }
}
