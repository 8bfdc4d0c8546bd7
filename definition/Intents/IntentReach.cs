namespace MeshStack.Definition;

/// <summary>Which requests an intent can have a say in, as plain data.</summary>
/// <param name="Service">The intent of the service that its objects are for; null where they are for none.</param>
internal sealed record IntentReach(string? Service)
{
    /// <summary>The hosts under which the service is asked for, where the intent is the service.</summary>
    public IEnumerable<string> Hosts { get; init; } = [];

    /// <summary>The intents of services that it leads calls to besides.</summary>
    public IEnumerable<string> LeadsTo { get; init; } = [];

    /// <summary>The clusters of its objects.</summary>
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>The namespace of its objects.</summary>
    public string? Namespace { get; init; }

    /// <summary>Whether it stands at the ingress gateway of its cluster.</summary>
    public bool IsAtIngress { get; init; }

    /// <summary>Whether it speaks of callers outside the mesh.</summary>
    public bool IsForOutside { get; init; }

    /// <summary>The namespaces of the callers that it speaks of.</summary>
    public IReadOnlyList<string> CallerNamespaces { get; init; } = [];
}
