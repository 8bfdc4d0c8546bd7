namespace MeshStack.Analysis.Topology;

/// <summary>A port of a declared service.</summary>
/// <param name="Number">The service's port.</param>
/// <param name="Name">The port's name, whose prefix says the protocol.</param>
/// <param name="TargetPort">The pods' port; the service's port where none is given.</param>
public sealed record DeclaredPort(int Number, string Name = "http", int? TargetPort = null);
