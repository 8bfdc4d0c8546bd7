using System.Globalization;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Endpoints;

/// <summary>
/// A Service without an address, whose name means its pods': a connection goes on to the pod and the port that the client took.
/// </summary>
/// <remarks>
/// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/serviceregistry/kube/conversion.go, ConvertService: its resolution is
/// Passthrough, of which clusters of sidecars are ORIGINAL_DST; gateways get its endpoints.
/// </remarks>
internal static class HeadlessService
{
    /// <summary>Whether a client's proxy leaves it to the client which pod it reaches.</summary>
    public static bool IsFor(Client client, MeshService service) =>
        service is { IsKubernetes: true, IsHeadless: true } && !client.Workload.IsGateway;

    /// <summary>The pods that the client may have connected to, which DNS told it of: those of its own cluster.</summary>
    public static IReadOnlyList<Endpoint> Endpoints(Client client, RequestContext context, MeshService service, int number)
    {
        if (context.Pod is { } pod)
        {
            return [At(client, pod, number)];
        }

        var local = client.Snapshot.Cluster(client.Workload.Cluster);
        if (!ServiceNames.Searched(context.Asked, client.Workload.Namespace).Contains(service.Host, StringComparer.OrdinalIgnoreCase))
        {
            return
            [
                new Endpoint.Unknown($"{service.Host} is headless, so that the connection goes on to where {context.Asked} led the client"),
            ];
        }

        return !local.Services.TryGetValue(service.Host, out var here) || here.Selector is not { } selector
            ? []
            :
            [
                .. local
                    .Selected(here.Namespace, selector)
                    .Where(workload => !workload.IsMachine)
                    .Select(workload => At(client, workload, number)),
            ];
    }

    // The port that the client took is asked for at the pod, past the Service's targetPort.
    private static Endpoint.Direct At(Client client, Workload pod, int number) =>
        new(pod, number, true)
        {
            IsPortNamed =
                pod.Unreadable is not null
                || pod.Ports.Values.Contains(number)
                || client.Snapshot.Cluster(pod.Cluster).ServicesOf(pod).SelectMany(one => one.Ports).Any(port => port.On(pod) == number),
        };

    /// <summary>The headless Service and the pod of a name of its own: a StatefulSet's are POD.SERVICE, numbered from zero.</summary>
    public static (MeshService? Service, Workload? Pod, Unreadable? Unreadable) PodNamed(ClusterSnapshot cluster, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || !cluster.Services.TryGetValue(name[(dot + 1)..], out var service))
        {
            return default;
        }

        if (service.Unreadable is { } unreadable)
        {
            return (null, null, unreadable);
        }

        if (service is not { IsHeadless: true, Selector: { } selector })
        {
            return default;
        }

        var pods = cluster.Selected(service.Namespace, selector).Where(workload => !workload.IsMachine).ToArray();
        var pod = Array.Find(
            pods,
            workload =>
                workload.Name == name[..dot]
                || (
                    workload.Kind == "StatefulSet"
                    && name[..dot].LastIndexOf('-') is var dash
                    && dash > 0
                    && workload.Name == name[..dash]
                    && int.TryParse(name[(dash + 1)..dot], NumberStyles.None, CultureInfo.InvariantCulture, out _)
                )
        );
        return pod is not null ? (service, pod, null) : (null, null, pods.FirstOrDefault(workload => Mask.IsIn(workload.Name))?.Unreadable);
    }

    /// <summary>Whether proxies use mTLS with it: with all of its pods, or with none.</summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/model/push_context.go, BestEffortInferServiceMTLSMode, and
    /// networking/core/cluster_tls.go, applyUpstreamTLSSettings.
    /// </remarks>
    public static Certainty IsMutual(Client client, MeshService service)
    {
        if (!client.ControlPlane.Mesh.EnableAutoMtls)
        {
            return Certainty.No;
        }

        Workload[] pods =
        [
            .. from cluster in client.Registry.Clusters
            let here = cluster.Services.GetValueOrDefault(service.Host)
            where here is not null && client.Registry.Reads(here)
            from workload in here.Selector is { } selector ? cluster.Selected(here.Namespace, selector) : []
            select workload,
        ];
        return pods.Length == 0
            ? Certainty.No
            : Certainty.All(
                pods,
                pod =>
                    pod.Unreadable is { } hidden ? Certainty.Unknown(hidden.Reason)
                    : !pod.TakesMutualTls ? Certainty.No
                    : pod.Sidecar == SidecarPresence.Unknown && !pod.Labels.ContainsKey(Workload.TlsModeLabel)
                        ? Certainty.Unknown($"{pod}: {pod.SidecarReason}")
                    : Certainty.Yes
            );
    }
}
