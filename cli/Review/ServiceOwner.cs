namespace MeshStack.Cli.Review;

/// <summary>Who has to agree, and about which services.</summary>
/// <param name="Owner">The owner; null where nobody is named.</param>
/// <param name="Services">The names of the services.</param>
internal sealed record ServiceOwner(string? Owner, IReadOnlyList<string> Services);
