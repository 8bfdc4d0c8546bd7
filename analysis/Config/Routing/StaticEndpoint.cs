namespace MeshStack.Analysis.Config.Routing;

/// <summary>An endpoint that a ServiceEntry lists.</summary>
internal sealed record StaticEndpoint(
    string Address,
    IReadOnlyDictionary<string, int> Ports,
    IReadOnlyDictionary<string, string> Labels,
    string? Network,
    string? ServiceAccount
)
{
    /// <summary>Region, zone and subzone with slashes in between; null where none is named.</summary>
    public string? Locality { get; init; }
}
