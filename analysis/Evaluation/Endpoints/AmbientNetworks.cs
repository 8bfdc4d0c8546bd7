using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Evaluation.Endpoints;

/// <summary>Another cluster's part of a Service, where istiod serves ambient mode across clusters.</summary>
internal static class AmbientNetworks
{
    /// <summary>What a proxy gets of it: nothing where the Service is not global, and else what is not evaluated.</summary>
    /// <param name="client">The proxy.</param>
    /// <param name="service">The Service as the proxy knows it.</param>
    /// <param name="there">The Service of the other cluster.</param>
    public static Endpoint? EndpointOf(Client client, MeshService service, MeshService there)
    {
        var own = client.Snapshot.Cluster(client.Workload.Cluster).Services.GetValueOrDefault(service.Host);
        return own is null
                ? new Endpoint.Unknown(
                    $"{there.Host} is in {there.Cluster} alone, and ambient mode across clusters is not evaluated",
                    there.Because("no other cluster has it")
                )
            : client.ControlPlane.HiddenScope(own) is { } hidden ? new Endpoint.Unknown(hidden.Reason, hidden.Because)
            : client.ControlPlane.IsGlobal(own) ? new Endpoint.Unknown(Why(there), there.Because("it is global"))
            : null;
    }

    /// <summary>Why nothing is said of calls to another cluster's part of a Service.</summary>
    public static string Why(MeshService there) =>
        $"{there.Host} is global (serviceScopeConfigs), and ambient mode across clusters is not evaluated: "
        + $"it has a part in {there.Cluster}";
}
