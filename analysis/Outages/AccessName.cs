using System.Globalization;
using MeshStack.Analysis.Matrix;

namespace MeshStack.Analysis.Outages;

/// <summary>A name under which the callers of a cluster, or those from outside of it, ask.</summary>
internal sealed record AccessName(string Cluster, bool IsOutside, string Host, int Port)
{
    public string HostAndPort { get; } = string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    public static AccessName From(AccessCell cell) => new(cell.Caller.Cluster, cell.Caller.IsOutside, cell.Host, cell.HostPort);
}
