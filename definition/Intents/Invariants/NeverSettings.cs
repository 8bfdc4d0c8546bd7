namespace MeshStack.Definition;

/// <summary>Requests of which none may get through.</summary>
internal sealed record NeverSettings
{
    /// <summary>The callers.</summary>
    [Key("the callers: `CLUSTER/NAMESPACE/SERVICEACCOUNT`, each of which may be `*`, or `outside`", Required = true)]
    public string From { get; init; } = "";

    /// <summary>The services.</summary>
    [Key("the services: the name of an InboundService, or `CLUSTER/NAMESPACE/SERVICE`, each of which may be `*`", Required = true)]
    public string To { get; init; } = "";

    /// <summary>The method.</summary>
    [Key("the method", Default = "any")]
    public string? Method { get; init; }

    /// <summary>The path.</summary>
    [Key("the path, written as in a ClientAccess", Default = "any")]
    public string? Path { get; init; }
}
