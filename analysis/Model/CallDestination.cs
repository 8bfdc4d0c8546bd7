using System.Globalization;

namespace MeshStack.Analysis.Model;

/// <summary>Where a route sends calls.</summary>
/// <param name="Host">The full name of the service.</param>
/// <param name="Port">Its port.</param>
/// <param name="Subset">The subset of a DestinationRule; null for all of the service.</param>
public sealed record CallDestination(string Host, int Port, string? Subset)
{
    /// <summary>The labels of the subset, of which the name says nothing; null where it has none, or they are not known.</summary>
    public string? Labels { get; init; }

    /// <summary>What the subset was called before, where it has another name now; else null.</summary>
    internal string? CalledBefore { get; init; }

    /// <summary>Whether both are the same workloads: those of the same labels, whatever they are called.</summary>
    public bool Equals(CallDestination? other) =>
        other is not null
        && (Host, Port, Labels) == (other.Host, other.Port, other.Labels)
        && (Labels is not null || Subset == other.Subset);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Host, Port, Labels ?? Subset);

    /// <summary>The destination as one reads it aloud: <c>v2 of shop/api:80</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Subset is null ? "" : $"{Subset}{Before} of ")}{Service}:{Port}");

    private string Before => CalledBefore is null ? "" : $" (before: {CalledBefore})";

    // As services of Kubernetes are called everywhere else.
    private string Service =>
        Host.EndsWith($".{ServiceDns.Domain}", StringComparison.Ordinal)
        && Host[..^(ServiceDns.Domain.Length + 1)].Split('.') is [var name, var ns]
            ? $"{ns}/{name}"
            : Host;
}
