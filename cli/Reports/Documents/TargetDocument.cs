using MeshStack.Analysis.Model;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>A port of a service.</summary>
internal sealed record TargetDocument(string Cluster, string? Namespace, string Service, int Port)
{
    public static TargetDocument From(AccessTarget target) => new(target.Cluster, target.Namespace, target.Service, target.Port);
}
