namespace MeshStack.Definition;

/// <summary>A request that gets through, from every such caller to every such service.</summary>
internal sealed record AlwaysSettings
{
    /// <summary>The callers.</summary>
    [Key("the callers, as for `never`", Required = true)]
    public string From { get; init; } = "";

    /// <summary>The services.</summary>
    [Key("the services, as for `never`", Required = true)]
    public string To { get; init; } = "";

    /// <summary>The method.</summary>
    [Key("the method", Required = true, RequiredAs = "always names one request")]
    public string Method { get; init; } = "";

    /// <summary>The path.</summary>
    [Key("the path of one request, without `*`", Required = true, RequiredAs = "always names one request")]
    public string Path { get; init; } = "";
}
