namespace MeshStack.Analysis.Config.Routing;

/// <summary>An endpoint that a ServiceEntry lists.</summary>
internal sealed record StaticEndpoint(
    string Address,
    IReadOnlyDictionary<string, int> Ports,
    IReadOnlyDictionary<string, string> Labels,
    string? Network,
    string? ServiceAccount
);
