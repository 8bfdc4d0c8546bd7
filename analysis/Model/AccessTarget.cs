using System.Globalization;

namespace MeshStack.Analysis.Model;

/// <summary>What is called: a port of a workload's Service in its own cluster.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="Service">The Service; the workload's own name where no Service has the port.</param>
/// <param name="Port">The Service's port; the pod's where no Service has it.</param>
public sealed record AccessTarget(string Cluster, string Namespace, string Service, int Port)
{
    /// <summary>The target as one reads it aloud: <c>cluster02 namespace02/httpbin:8000</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cluster} {Namespace}/{Service}:{Port}");
}
