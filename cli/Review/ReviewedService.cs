namespace MeshStack.Cli.Review;

/// <summary>A service, and who answers for it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Cluster">Its cluster.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Services">The names of its Kubernetes Services.</param>
/// <param name="Hosts">The hosts that it is called by.</param>
/// <param name="Owner">Who answers for it; null where it does not say.</param>
/// <param name="File">The file that it stands in; null where it is of none.</param>
internal sealed record ReviewedService(
    string Name,
    string Cluster,
    string Namespace,
    IReadOnlyList<string> Services,
    IReadOnlyList<string> Hosts,
    string? Owner,
    string? File
);
