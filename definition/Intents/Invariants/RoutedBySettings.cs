namespace MeshStack.Definition;

/// <summary>Services whose calls no object of another namespace routes.</summary>
internal sealed record RoutedBySettings
{
    /// <summary>The services.</summary>
    [Key("the services, as for `never`", Required = true)]
    public string To { get; init; } = "";

    /// <summary>The namespaces.</summary>
    [Key(
        "list of the namespaces whose VirtualServices and ServiceEntries may route calls to them, besides a caller's own ServiceEntries",
        Required = true,
        RequiredAs = "the namespaces, [] for none"
    )]
    public IReadOnlyList<string> Namespaces { get; init; } = [];
}
