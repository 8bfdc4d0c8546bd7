using MeshStack.Manifests;

namespace MeshStack.Definition.Planning;

/// <summary>A value that only a deployment knows, such as the address of a load balancer or a generated key.</summary>
/// <param name="Name">What it stands for, such as <c>cluster02.eastWestGateway.address</c>: two of one name are the same value.</param>
public sealed record LateValue(string Name)
{
    /// <summary>Whether nobody may see it.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The name as it stands in texts: <c>${cluster02.eastWestGateway.address}</c>.</summary>
    public override string ToString() => Placeholder.Of(Name);

    /// <inheritdoc/>
    public bool Equals(LateValue? other) => other is not null && other.Name == Name;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
