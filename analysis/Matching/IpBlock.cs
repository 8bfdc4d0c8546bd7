using System.Net;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Matching;

/// <summary>IP addresses and CIDR blocks of policies.</summary>
internal static class IpBlock
{
    public static bool IsValid(string text) => IpAddress.IsAddressOrBlock(text);

    /// <summary>The bits of a single address.</summary>
    public const int AllBits = 128;

    /// <summary>How many bits of an address a block of addresses names: all for the address itself, 0 where it is not in it.</summary>
    public static int BitsOf(string block, string address)
    {
        if (Contains(block, address, "").IsYes)
        {
            var slash = block.IndexOf('/', StringComparison.Ordinal);
            var whole = address.Contains(':', StringComparison.Ordinal) ? AllBits : 32;
            var bits = slash < 0 ? whole : int.Parse(block.AsSpan(slash + 1), System.Globalization.CultureInfo.InvariantCulture);
            return bits >= whole ? AllBits : bits;
        }

        return 0;
    }

    public static Certainty Contains(string block, string? address, string what)
    {
        // Pods have IPv4 addresses unless something says otherwise.
        if (address is null && block == "0.0.0.0/0")
        {
            return Certainty.Yes;
        }

        if (address is null || Placeholder.IsIn(address) || Placeholder.IsIn(block))
        {
            return Certainty.Unknown($"the {what} address of the request is not known, and {block} asks for it");
        }

        if (!IPAddress.TryParse(address, out var parsed))
        {
            return Certainty.Unknown($"{address} is no IP address, and {block} asks for one");
        }

        if (!block.Contains('/', StringComparison.Ordinal))
        {
            return Certainty.From(IPAddress.TryParse(block, out var single) && single.Equals(parsed));
        }

        // .NET wants the host bits to be zero, Envoy masks them away.
        var slash = block.IndexOf('/', StringComparison.Ordinal);
        return IPAddress.TryParse(block.AsSpan(0, slash), out var start) && int.TryParse(block.AsSpan(slash + 1), out var bits)
            ? Certainty.From(IsWithin(start.GetAddressBytes(), parsed.GetAddressBytes(), bits))
            : Certainty.No;
    }

    private static bool IsWithin(byte[] start, byte[] address, int bits)
    {
        if (start.Length != address.Length)
        {
            return false;
        }

        for (var index = 0; index < start.Length && bits > 0; index++, bits -= 8)
        {
            var mask = bits >= 8 ? 0xFF : 0xFF << (8 - bits) & 0xFF;
            if ((start[index] & mask) != (address[index] & mask))
            {
                return false;
            }
        }

        return true;
    }
}
