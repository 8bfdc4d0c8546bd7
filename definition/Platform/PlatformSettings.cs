namespace MeshStack.Definition;

/// <summary>The platform that a team's stack is on: another stack, which has the clusters.</summary>
public sealed record PlatformSettings
{
    /// <summary>Name of the platform's stack, whose configuration stands beside this one's.</summary>
    [Key("the stack of this project that has the clusters, gateways and namespaces", Required = true)]
    public string Stack { get; init; } = "";

    /// <summary>Full name of that stack for the engine.</summary>
    /// <value>Defaults to the stack of that name in the organization and project of this one.</value>
    [Key("its full name for the engine, `ORGANIZATION/PROJECT/STACK`", Default = "in the organization and project of this stack")]
    public string? Reference { get; init; }
}
