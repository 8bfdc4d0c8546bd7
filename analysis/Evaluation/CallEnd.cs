using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Evaluation;

/// <summary>Where a call ends, or what is made of it on its way.</summary>
/// <param name="What">The place outside of the mesh, or what is made of the call; empty for a workload.</param>
internal sealed record CallEnd(string What)
{
    /// <summary>The workload that it comes to; null for none.</summary>
    public Workload? Workload { get; init; }

    /// <summary>The workload's port.</summary>
    public int Port { get; init; }

    /// <summary>What tells it from others and is not said: the values of headers may be secrets.</summary>
    public string? Value { get; init; }

    public static CallEnd At(Workload workload, int port) => new("") { Workload = workload, Port = port };
}
