using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MeshStack.Manifests;

/// <summary>IP addresses and CIDR blocks in the strict form of RFC 4291 and dotted quads without leading zeros.</summary>
internal static class IpAddress
{
    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789abcdefABCDEF:.");

    public static bool IsAddress(string text) => Placeholder.IsIn(text) || Parse(text) is not null;

    public static bool IsAddressOrBlock(string text)
    {
        if (Placeholder.IsIn(text))
        {
            return true;
        }

        var slash = text.LastIndexOf('/');
        return slash < 0
            ? Parse(text) is not null
            : !text.Contains('%', StringComparison.Ordinal)
                && Parse(text[..slash]) is { } address
                && IsNumber(text.AsSpan(slash + 1), address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
    }

    private static IPAddress? Parse(string text)
    {
        if (!text.Contains(':', StringComparison.Ordinal))
        {
            return IsQuad(text) && IPAddress.TryParse(text, out var quad) ? quad : null;
        }

        var zone = text.IndexOf('%', StringComparison.Ordinal);
        var bare = zone < 0 ? text : text[..zone];
        var embedded = bare[(bare.LastIndexOf(':') + 1)..];
        return
            zone != text.Length - 1
            && bare.AsSpan().IndexOfAnyExcept(Characters) < 0
            && (!bare.Contains('.', StringComparison.Ordinal) || IsQuad(embedded))
            && IPAddress.TryParse(bare, out var address)
            && address.AddressFamily == AddressFamily.InterNetworkV6
            ? address
            : null;
    }

    private static bool IsQuad(string text) => text.Split('.') is { Length: 4 } parts && parts.All(part => IsNumber(part, byte.MaxValue));

    private static bool IsNumber(ReadOnlySpan<char> text, int largest) =>
        text.Length is > 0 and < 4
        && (text.Length == 1 || text[0] != '0')
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= largest;
}
