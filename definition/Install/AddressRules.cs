using System.Net;
using System.Net.Sockets;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Addresses under which others are to reach something.</summary>
internal static class AddressRules
{
    /// <summary>Why nobody else reaches an address; null where somebody may.</summary>
    public static string? Unreachable(string address)
    {
        if (address is "localhost" || address.EndsWith(".localhost", StringComparison.Ordinal))
        {
            return "means whoever asks for it";
        }

        if (!IPAddress.TryParse(address, out var ip))
        {
            return null;
        }

        var bytes = ip.GetAddressBytes();
        return IPAddress.IsLoopback(ip) ? "means whoever asks for it"
            : ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any) ? "is no address of anything: it stands for all of one's own"
            : ip.IsIPv6LinkLocal || bytes is [169, 254, _, _] ? "is a link-local address, which nobody reaches from elsewhere"
            : ip.IsIPv6Multicast || bytes is [>= 224 and < 240, _, _, _] ? "is a multicast address, to which nobody connects"
            : bytes is [>= 240, _, _, _] or [0, _, _, _] ? "is reserved, and no address of a host"
            : null;
    }

    /// <summary>What is wrong with an IP address or host name that is given for a gateway.</summary>
    public static string? OfGateway(TextValue? given)
    {
        if (given is not { IsSecret: false, Known: { } address } || Placeholder.IsIn(address))
        {
            return null;
        }

        if (address.Contains('%', StringComparison.Ordinal) && IPAddress.TryParse(address, out var zoned) && !zoned.IsIPv6LinkLocal)
        {
            return $"'{address}' names an interface of one machine: write {address[..address.IndexOf('%', StringComparison.Ordinal)]}";
        }

        var isIp = IsWrittenOut(address);
        return isIp || IsHost(address)
            ? Unreachable(address) is { } why
                ? $"'{address}' {why}: give the address at which others reach the gateway"
                : null
            : $"'{address}' is neither an IP address nor a host name, without scheme and port";
    }

    // .NET also reads 10.1 as 10.0.0.1, which Envoy does not.
    private static bool IsWrittenOut(string text) =>
        IPAddress.TryParse(text, out var ip) && (ip.AddressFamily == AddressFamily.InterNetworkV6 || ip.ToString() == text);

    // A name of digits and dots is an address that is none.
    private static bool IsHost(string text) => KubernetesNames.IsSubdomain(text) && !text.All(c => char.IsDigit(c) || c == '.');
}
