using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation.Endpoints;

/// <summary>Which endpoints of a service a client sends to, where its requests are distributed over localities.</summary>
internal static class LocalityBalancing
{
    /// <summary>The weights that may count for a client: its DestinationRule's, else the mesh's; null for none.</summary>
    /// <remarks>Source: GetEffectiveLbSetting in pilot/pkg/networking/core/loadbalancer/loadbalancer.go of istio/istio.</remarks>
    private static LocalityWeights? WeightsOf(Client client, DestinationPolicy policy) =>
        policy.SetsLocality ? policy.LocalityWeights : client.ControlPlane.Mesh.LocalityWeights;

    /// <summary>Whether a client sends to an endpoint of a service.</summary>
    public static Certainty Reaches(Client client, MeshService service, DestinationPolicy policy, Endpoint endpoint)
    {
        if (endpoint is Endpoint.Unknown || WeightsOf(client, policy) is not { } weights)
        {
            return Certainty.Yes;
        }

        var nearness = policy.SetsLocality ? Certainty.No : PrefersNearness(client.ControlPlane, service);
        var (from, to) = (Of(client.Snapshot, client.Workload), Of(client.Snapshot, endpoint));
        return nearness.IsYes || weights.Reach(from, to) == true ? Certainty.Yes
            : !nearness.IsNo ? nearness
            : weights.Reach(from, to) == false ? Certainty.No
            : Certainty.Unknown(
                $"requests are distributed over localities, and no object says where {(to.Region is null ? NameOf(endpoint) : client)} is"
            );
    }

    private static string NameOf(Endpoint endpoint) => endpoint is Endpoint.Direct direct ? direct.Workload.ToString() : "an endpoint";

    private static Locality Of(Snapshot snapshot, Endpoint endpoint) =>
        endpoint switch
        {
            Endpoint.Direct direct => Of(snapshot, direct.Workload),
            Endpoint.Listed listed => Locality.Parse(listed.At.Locality),
            _ => Locality.None,
        };

    private static Locality Of(Snapshot snapshot, Workload workload) =>
        workload.HiddenLabels is not null ? Locality.In(null)
        : workload.IsMachine ? Locality.Parse(workload.Locality)
        : Locality.Labelled(workload.Labels) ?? Locality.In(snapshot.Cluster(workload.Cluster).Region);

    private static Certainty PrefersNearness(ClusterSnapshot controlPlane, MeshService service) =>
        service.PrefersNearness
        ?? controlPlane
            .Objects.Of("Namespace")
            .Where(ns => ns.Name == service.Namespace)
            .Select(TrafficDistributions.Annotated)
            .FirstOrDefault()
        ?? Certainty.No;
}
