namespace MeshStack.Analysis.Topology;

/// <summary>An address at which a gateway's Service is reached from outside its cluster.</summary>
/// <param name="Cluster">The gateway's cluster.</param>
/// <param name="Namespace">The namespace of its Service.</param>
/// <param name="Service">The name of its Service.</param>
/// <param name="Address">An IP address, a host name or a placeholder.</param>
public sealed record GatewayAddress(string Cluster, string Namespace, string Service, string Address);
