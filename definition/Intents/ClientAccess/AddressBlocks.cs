using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Numerics;

namespace MeshStack.Definition;

/// <summary>Blocks of IP addresses, by which callers without an identity are known.</summary>
/// <remarks>Source: AddrStrToPrefix of pkg/util/net of istio/istio, and netip.ParsePrefix of Go, which it calls.</remarks>
internal static class AddressBlocks
{
    private const string Advice = ": name the block that the callers are in";

    private static readonly ArgsProblem Loopback = new("", "means whoever asks for it, and no other pod calls from there" + Advice);

    // The node itself asks from there for the health of some pods.
    private static readonly ArgsProblem LinkLocal = ArgsProblem.Warning("", "is link-local, and no pod calls from there" + Advice);

    private static readonly ArgsProblem Multicast = new("", "is multicast, and nobody calls from there" + Advice);

    private static readonly (IPNetwork Block, ArgsProblem Problem)[] Special =
    [
        (IPNetwork.Parse("127.0.0.0/8"), Loopback),
        (IPNetwork.Parse("::1/128"), Loopback),
        (IPNetwork.Parse("169.254.0.0/16"), LinkLocal),
        (IPNetwork.Parse("fe80::/10"), LinkLocal),
        (IPNetwork.Parse("224.0.0.0/4"), Multicast),
        (IPNetwork.Parse("ff00::/8"), Multicast),
    ];

    /// <summary>Why a text is no block of addresses, as the rest of a sentence; null where it is one.</summary>
    public static string? Wrong(string text)
    {
        const string NoBlock = "is neither a CIDR block, such as 10.0.0.0/8, nor an IP address";
        var parts = text.Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out var address))
        {
            return NoBlock;
        }

        if (parts[0].Contains('%', StringComparison.Ordinal))
        {
            var (start, rest) = (parts[0].IndexOf('%', StringComparison.Ordinal), parts.Length == 2 ? "/" + parts[1] : "");
            return $"names an interface of one machine: write {parts[0][..start]}{rest}";
        }

        // .NET also reads 10.1 as 10.0.0.1, which Go and so Istio refuse.
        if (address.AddressFamily == AddressFamily.InterNetwork && address.ToString() != parts[0])
        {
            return NoBlock;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return $"is an address of IPv4 in IPv6, and matches none of IPv4: write {address.MapToIPv4()}, with the prefix of that";
        }

        if (parts.Length == 1)
        {
            return null;
        }

        if (parts[1] is ['0', _, ..] && parts[1].All(char.IsAsciiDigit))
        {
            return $"has a prefix with a leading zero, which Istio refuses: write {parts[0]}/{parts[1].TrimStart('0').PadLeft(1, '0')}";
        }

        return !IPNetwork.TryParse(text, out _) && BlockOf(parts[0], parts[1]) is null ? NoBlock
            : parts[1] == "0" && BlockOf(parts[0], parts[1]) is not null
                ? $"names an address, and with the prefix 0 every one: give the prefix of the block that is meant, or write {parts[0]} for "
                    + "the address"
            : BlockOf(parts[0], parts[1]) is { } block
                ? $"names an address and a block: write {block} for the block, or {parts[0]} for the address"
            : null;
    }

    /// <summary>Why no caller has an address of a block; null where one may.</summary>
    public static ArgsProblem? Unreachable(string text)
    {
        var network = Network(text);
        return Special
            .Where(s => s.Block.PrefixLength <= network.PrefixLength && s.Block.Contains(network.BaseAddress))
            .Select(s => s.Problem)
            .FirstOrDefault();
    }

    /// <summary>Blocks that are every address of a version of IP together, where none of them is by itself.</summary>
    public static IEnumerable<(IReadOnlyList<string> Blocks, int Version)> Everything(IReadOnlyList<string> texts)
    {
        var blocks = texts.Where(t => Wrong(t) is null).Select(t => (Text: t, Network: Network(t))).ToList();
        foreach (var (family, version) in new[] { (AddressFamily.InterNetwork, 4), (AddressFamily.InterNetworkV6, 6) })
        {
            var all = blocks
                .Where(b => b.Network.BaseAddress.AddressFamily == family)
                .OrderBy(b => First(b.Network))
                .ThenBy(b => b.Network.PrefixLength);
            var end = BigInteger.One << (version == 4 ? 32 : 128);
            var next = BigInteger.Zero;
            var needed = new List<string>();
            foreach (var (text, network) in all.TakeWhile(b => First(b.Network) <= next))
            {
                if (First(network) + (end >> network.PrefixLength) is var behind && behind > next)
                {
                    next = behind;
                    needed.Add(text);
                }
            }

            if (next == end && needed.Count > 1)
            {
                yield return (needed, version);
            }
        }
    }

    /// <summary>Whether a block is another one, or within it.</summary>
    public static bool Covers(string other, string one) =>
        Wrong(other) is null
        && Wrong(one) is null
        && (Network(other), Network(one)) is var (outer, inner)
        && outer.PrefixLength <= inner.PrefixLength
        && outer.Contains(inner.BaseAddress);

    private static IPNetwork Network(string text) =>
        text.Contains('/', StringComparison.Ordinal)
            ? IPNetwork.Parse(text)
            : new(IPAddress.Parse(text), IPAddress.Parse(text).AddressFamily == AddressFamily.InterNetwork ? 32 : 128);

    private static BigInteger First(IPNetwork network) => new(network.BaseAddress.GetAddressBytes(), isUnsigned: true, isBigEndian: true);

    /// <summary>The block that is meant where bits behind its prefix are set; else null.</summary>
    private static string? BlockOf(string first, string length)
    {
        var bytes = IPAddress.Parse(first).GetAddressBytes();
        if (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var left) || left > 8 * bytes.Length)
        {
            return null;
        }

        for (var i = 0; i < bytes.Length; i++, left -= 8)
        {
            bytes[i] &= (byte)~(0xFF >> Math.Clamp(left, 0, 8));
        }

        var address = new IPAddress(bytes);
        return address.Equals(IPAddress.Parse(first)) ? null : $"{address}/{length}";
    }
}
