using System.Globalization;
using System.Text;

namespace MeshStack.Manifests;

/// <summary>A path without dot segments, backslashes, escapes of plain characters, and plain characters that want an escape.</summary>
/// <remarks>Source: CanonicalizePath of Chromium's url library, which Envoy's normalize_path calls.</remarks>
internal static class CanonicalPath
{
    private const string Escaped = "\"<>^`{}";

    public static NormalPath Of(string path)
    {
        StringBuilder result = new();
        for (var index = 0; index < path.Length; )
        {
            var dot = Dot(path, index);
            if (dot > 0 && EndsInSlash(result) && Ends(path, index + dot))
            {
                index += dot + 1;
            }
            else if (dot > 0 && EndsInSlash(result) && Dot(path, index + dot) is > 0 and var second && Ends(path, index + dot + second))
            {
                BackUp(result);
                index += dot + second + 1;
            }
            else if (dot > 0)
            {
                result.Append('.');
                index += dot;
            }
            else if (path[index] == '%')
            {
                if (Escape(path, index) is not { } character)
                {
                    return NormalPath.Unknown("what proxies make of a % that begins no escape is not evaluated");
                }

                if (character == '\0')
                {
                    return NormalPath.Rejected("the proxy answers 400 to a path with %00");
                }

                result.Append(IsPlain(character) ? character.ToString() : path.Substring(index, 3));
                index += 3;
            }
            else if (path[index] is <= ' ' or >= '\x7F' or '|')
            {
                return NormalPath.Unknown($"what proxies make of the character {(int)path[index]:X2} in a path is not evaluated");
            }
            else
            {
                result.Append(
                    path[index] == '\\' ? "/"
                    : Escaped.Contains(path[index], StringComparison.Ordinal) ? $"%{(int)path[index]:X2}"
                    : path[index].ToString()
                );
                index++;
            }
        }

        return new(result.ToString());
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '~';

    // The length of a dot or its escape.
    private static int Dot(string path, int index) =>
        index >= path.Length ? 0
        : path[index] == '.' ? 1
        : string.Compare(path, index, "%2e", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 ? 3
        : 0;

    private static bool EndsInSlash(StringBuilder result) => result.Length > 0 && result[^1] == '/';

    private static bool Ends(string path, int index) => index >= path.Length || path[index] is '/' or '\\';

    private static void BackUp(StringBuilder result)
    {
        if (result.Length > 1)
        {
            result.Length--;
            while (result.Length > 0 && result[^1] != '/')
            {
                result.Length--;
            }
        }
    }

    private static char? Escape(string path, int index) =>
        index + 2 < path.Length
        && byte.TryParse(path.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? (char)value
            : null;
}
