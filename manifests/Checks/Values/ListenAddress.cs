namespace MeshStack.Manifests;

/// <summary>Addresses that listeners bind to: IP addresses and Unix sockets.</summary>
internal static class ListenAddress
{
    public const string UnixScheme = "unix://";

    /// <summary>What is wrong with the address, or null where it is right.</summary>
    public static string? WhyNot(string text)
    {
        if (!text.StartsWith(UnixScheme, StringComparison.Ordinal))
        {
            return IpAddress.IsAddress(text) ? null : $"\"{text}\" is no address to bind to; give an IP address or {UnixScheme}/path.";
        }

        var path = text[UnixScheme.Length..];
        return path.StartsWith('@') || (path.StartsWith('/') && !path.EndsWith('/')) || Placeholder.IsIn(path)
            ? null
            : $"\"{text}\" is no Unix socket; give the absolute path of a file, or a name behind '@'.";
    }
}
