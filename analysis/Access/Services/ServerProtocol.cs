namespace MeshStack.Analysis.Access;

/// <summary>The protocol that a workload's own proxy takes a port for: that of the Services in front of it.</summary>
internal static class ServerProtocol
{
    public static ServiceProtocol.Kind Of(ClusterSnapshot cluster, Workload workload, int port) =>
        (from service in cluster.ServicesOf(workload)
         from one in service.Ports
         where one.Protocol != ServiceProtocol.Kind.Udp && one.Target.On(workload) == port
         select (ServiceProtocol.Kind?)one.Protocol).FirstOrDefault() ?? ServiceProtocol.Kind.Detected;
}
