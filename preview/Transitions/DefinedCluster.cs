namespace MeshStack.Preview.Transitions;

/// <summary>What a definition says of a cluster about the change itself.</summary>
internal sealed record DefinedCluster
{
    /// <summary>The name that it had before.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>Whether its Istio is there already, so that nothing is installed.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Whether the update takes over what is there.</summary>
    public bool AdoptsExisting { get; init; }

    /// <summary>Whether the definition itself says which cluster it is.</summary>
    public bool IsIdentified { get; init; }
}
