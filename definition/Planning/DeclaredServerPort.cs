namespace MeshStack.Definition.Planning;

/// <summary>A port of a Service of which the plan knows that it is there.</summary>
/// <param name="Name">Its name, which says the protocol.</param>
/// <param name="Port">Port of the Service.</param>
/// <param name="Protocol">What it speaks: <c>HTTP</c>, <c>GRPC</c>, <c>TCP</c>.</param>
public sealed record DeclaredServerPort(string Name, int Port, string Protocol)
{
    /// <summary>Port of the pods; null where it is the Service's.</summary>
    public int? TargetPort { get; init; }

    /// <summary>Port for callers of clusters that see the service as an import.</summary>
    public int ImportedPort { get; init; } = Port;

    /// <summary>Whether the host for clients outside the mesh leads to it.</summary>
    public bool IsForOutside { get; init; }
}
