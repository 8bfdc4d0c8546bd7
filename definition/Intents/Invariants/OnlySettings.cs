namespace MeshStack.Definition;

/// <summary>Services of which nobody else gets anything.</summary>
internal sealed record OnlySettings
{
    /// <summary>The services.</summary>
    [Key("the services, as for `never`", Required = true)]
    public string To { get; init; } = "";

    /// <summary>The callers.</summary>
    [Key("list of the callers, each as for `never`; `[]` for nobody", Required = true, RequiredAs = "the callers, [] for nobody")]
    public IReadOnlyList<string> From { get; init; } = [];
}
