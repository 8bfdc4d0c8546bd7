using System.Buffers;

namespace MeshStack.Manifests;

/// <summary>Names of HTTP headers.</summary>
internal static class HeaderName
{
    public const string ClaimPrefix = "@request.auth.claims";

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    // The characters of RFC 9110, and the comma, which Istio takes too.
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(Letters + "!#$%&'*+,-.^_`|~");
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create(Letters + "-_");
    private static readonly SearchValues<char> ProbeCharacters = SearchValues.Create(Letters + "-");

    private static readonly string[] PseudoHeaders = [":method", ":scheme", ":authority", ":path", ":status"];

    public static bool IsToken(string name) => Consists(name, TokenCharacters);

    /// <summary>True for letters, digits, hyphens and underscores alone.</summary>
    public static bool IsPlain(string name) => Consists(name, PlainCharacters);

    /// <summary>True for letters, digits and hyphens alone.</summary>
    public static bool IsOfProbe(string name) => Consists(name, ProbeCharacters);

    /// <summary>True for names that a match can have: a header, one of HTTP/2's own, or a claim.</summary>
    public static bool CanMatch(string name) => IsToken(name) || PseudoHeaders.Contains(name) || IsClaim(name);

    /// <summary>True for a claim of a JWT, as <c>@request.auth.claims.sub</c> or <c>@request.auth.claims[sub]</c>.</summary>
    public static bool IsClaim(string name) =>
        name.StartsWith(ClaimPrefix, StringComparison.OrdinalIgnoreCase)
        && name.AsSpan(ClaimPrefix.Length) is ['.', _, ..] or ['[', _, .., ']'];

    public static bool IsAuthority(string name) =>
        name.Equals("host", StringComparison.OrdinalIgnoreCase) || name.Equals(":authority", StringComparison.OrdinalIgnoreCase);

    public static bool IsInternal(string name) => name.StartsWith(':') || name.Equals("host", StringComparison.OrdinalIgnoreCase);

    private static bool Consists(string name, SearchValues<char> characters) =>
        name.Length > 0 && name.AsSpan().IndexOfAnyExcept(characters) < 0;
}
