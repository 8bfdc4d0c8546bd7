using MeshStack.Definition.Intents;

namespace MeshStack.Definition;

/// <summary>Callers of another team's stack that a service's owner lets in, if that stack asks for it.</summary>
internal sealed record AcceptedCallers
{
    /// <summary>The stack that may ask.</summary>
    [Key("stack whose ClientAccesses are granted", Required = true)]
    public string Stack { get; init; } = "";

    /// <summary>The clusters that its callers may be in.</summary>
    [Key("clusters that its callers may be in", Default = "any")]
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>The namespaces that its callers may be in.</summary>
    [Key("namespaces that its callers may be in", Default = "any")]
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>The service accounts that its callers may have.</summary>
    [Key("service accounts that its callers may have; then each caller has to name one of them", Default = "any")]
    public IReadOnlyList<string> ServiceAccounts { get; init; } = [];

    /// <summary>What they may ask for at most.</summary>
    [Key("what they may be let in for; what they ask for has to be within one of them", Default = "anything")]
    public IReadOnlyList<AccessRule> Access { get; init; } = [];

    /// <summary>Whether the access of one caller is within it.</summary>
    /// <param name="one">The access.</param>
    /// <param name="stack">The stack that asks for it.</param>
    public bool Covers(ClientAccessIntent one, string stack) =>
        stack == Stack
        && Within(Clusters, one.ControlPlane?.Cluster.Name)
        && Within(Namespaces, one.Namespace)
        && Within(ServiceAccounts, one.ServiceAccount)
        && (
            Access.Count == 0
            || (one.Access.Count > 0 && one.Access.All(asked => Access.Any(accepted => GrantedRequests.Covers(accepted, asked))))
        );

    private static bool Within(IReadOnlyList<string> allowed, string? given) =>
        allowed.Count == 0 || (given is not null && allowed.Contains(given, StringComparer.Ordinal));
}
