namespace MeshStack.Definition;

/// <summary>What an invariant says of requests.</summary>
public enum InvariantKind
{
    /// <summary>None of them gets through.</summary>
    Never,

    /// <summary>The request gets through, from every such caller to every such service.</summary>
    Always,

    /// <summary>Nobody else gets anything of the service.</summary>
    Only,

    /// <summary>No object of another namespace routes calls to the service.</summary>
    RoutedBy,

    /// <summary>No chain of calls leads from such a caller to such a service.</summary>
    NeverReaches,
}
