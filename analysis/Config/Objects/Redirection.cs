using System.Globalization;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Objects;

/// <summary>Which of a pod's connections are handed to its proxy; the others go straight in and out.</summary>
/// <remarks>Source: tools/istio-iptables/pkg/capture/run.go of istio/istio, release 1.30.</remarks>
internal sealed record Redirection
{
    // The proxy's own ports for probes and metrics.
    private const string OwnPorts = "15090,15021,15020";

    public static Redirection Everything { get; } = new();

    /// <summary>True where the interception mode is NONE, and nothing is redirected.</summary>
    public bool IsOff { get; init; }

    public string InboundPorts { get; init; } = "*";

    public string ExcludedInboundPorts { get; init; } = "";

    public string OutboundRanges { get; init; } = "*";

    public string ExcludedOutboundRanges { get; init; } = "";

    public string OutboundPorts { get; init; } = "";

    public string ExcludedOutboundPorts { get; init; } = "";

    /// <summary>Whether its own connections go past the proxy because of who makes them; null where that is so of some.</summary>
    public bool? IsPastOutbound { get; init; } = false;

    /// <summary>Why none of it can be told; empty where it can.</summary>
    public string Unknown { get; init; } = "";

    /// <summary>Whether a connection to a port of the pod is handed to the proxy.</summary>
    public (bool? IsTaken, string Reason) Inbound(int port)
    {
        if (Unknown.Length > 0)
        {
            return (null, Unknown);
        }

        return InboundPorts.Trim() == "*"
            ? Has(OwnPorts, port) == true
                ? (false, $"port {port} is the proxy's own")
                : Decided(!Has(ExcludedInboundPorts, port), $"excludeInboundPorts is {ExcludedInboundPorts}")
            : Decided(Has(InboundPorts, port), $"includeInboundPorts is \"{InboundPorts}\"");
    }

    /// <summary>Whether a connection to a port of an address, which may not be known, is handed to the proxy.</summary>
    public (bool? IsTaken, string Reason) Outbound(int port, string? address)
    {
        if (IsOff)
        {
            return (false, "interceptionMode is NONE");
        }

        if (IsPastOutbound != false)
        {
            return (
                IsPastOutbound == true ? false : null,
                IsPastOutbound == true ? "it runs as the proxy's own user" : "some of its containers run as the proxy's own user"
            );
        }

        if (Unknown.Length > 0)
        {
            return (null, Unknown);
        }

        // Excluded ports come first, excluded addresses before everything that is included.
        if (Has(ExcludedOutboundPorts, port) is not false and var isOut)
        {
            return Decided(!isOut, $"excludeOutboundPorts is {ExcludedOutboundPorts}");
        }

        var excluded = Covers(ExcludedOutboundRanges, address);
        if (!excluded.IsNo)
        {
            return (excluded.IsYes ? false : null, excluded.Why ?? $"excludeOutboundIPRanges is {ExcludedOutboundRanges}");
        }

        if (Has(OutboundPorts, port) is not false and var isIn)
        {
            return Decided(isIn, $"includeOutboundPorts is {OutboundPorts}");
        }

        var included = Covers(OutboundRanges, address);
        return (included.Value, included.Why ?? $"includeOutboundIPRanges is \"{OutboundRanges}\"");
    }

    private static (bool? IsTaken, string Reason) Decided(bool? isTaken, string reason) =>
        (isTaken, isTaken is null ? $"{reason}, which is no list of ports" : reason);

    // Null where the list is none: the injector refuses such a pod.
    private static bool? Has(string list, int port)
    {
        var has = false;
        foreach (var item in Items(list))
        {
            if (!ushort.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var one))
            {
                return null;
            }

            has |= one == port;
        }

        return has;
    }

    private static Certainty Covers(string ranges, string? address) =>
        ranges.Trim() == "*"
            ? Certainty.Yes
            : Certainty.Any(
                Items(ranges),
                range =>
                    IpBlock.IsValid(range)
                        ? IpBlock.Contains(range, address, "destination")
                        : Certainty.Unknown($"{range} is no range of addresses")
            );

    private static string[] Items(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
