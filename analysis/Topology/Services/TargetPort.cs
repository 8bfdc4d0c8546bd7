using System.Globalization;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>The pods' port behind a service's port: a number or the name of a container port.</summary>
internal sealed record TargetPort(int? Number, string? Name)
{
    public static TargetPort From(Field field, int servicePort) =>
        field.Port() is { } number ? new(number, null)
        : field.Text is { Length: > 0 } text
            ? (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? new(parsed, null) : new(null, text))
        : new(servicePort, null);

    /// <summary>The port of one workload, or null where it has none of that name.</summary>
    public int? On(Workload workload) => Number ?? (Name is { } name && workload.Ports.TryGetValue(name, out var port) ? port : null);
}
