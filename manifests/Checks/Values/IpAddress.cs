using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MeshStack.Manifests;

/// <summary>IP addresses and CIDR blocks in the strict form of RFC 4291 and dotted quads without leading zeros.</summary>
internal static class IpAddress
{
    public static bool IsAddress(string text) => Placeholder.IsIn(text) || Parse(text) is not null;

    public static bool IsAddressOrBlock(string text)
    {
        if (Placeholder.IsIn(text))
        {
            return true;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? Parse(text) is not null
            : Parse(text[..slash]) is { } address
                && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
                && bits <= (address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
    }

    private static IPAddress? Parse(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return !text.StartsWith('[') && IPAddress.TryParse(text, out var address) ? address : null;
        }

        var parts = text.Split('.');
        return parts.Length == 4 && parts.All(IsByte) && IPAddress.TryParse(text, out var quad) ? quad : null;
    }

    private static bool IsByte(string part) =>
        part.Length is > 0 and < 4
        && (part.Length == 1 || part[0] != '0')
        && byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
