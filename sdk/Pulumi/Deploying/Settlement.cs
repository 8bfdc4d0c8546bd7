namespace Pulumi.Deploying;

/// <summary>How a registration ended.</summary>
internal sealed record Settlement(string Urn, string? Id, ResourceState State);
