using System.Globalization;

namespace MeshStack.Analysis.Model;

/// <summary>Where a route sends calls.</summary>
/// <param name="Host">The full name of the service.</param>
/// <param name="Port">Its port.</param>
/// <param name="Subset">The subset of a DestinationRule; null for all of the service.</param>
public sealed record CallDestination(string Host, int Port, string? Subset)
{
    /// <summary>The destination as one reads it aloud: <c>v2 of shop/api:80</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Subset is null ? "" : $"{Subset} of ")}{Service}:{Port}");

    // As services of Kubernetes are called everywhere else.
    private string Service =>
        Host.EndsWith($".{ServiceDns.Domain}", StringComparison.Ordinal)
        && Host[..^(ServiceDns.Domain.Length + 1)].Split('.') is [var name, var ns]
            ? $"{ns}/{name}"
            : Host;
}
