using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MeshStack.Rendering.Folders;

/// <summary>Names for the files of one folder: safe on every file system, and distinct even where case does not count.</summary>
/// <param name="taken">Names that are given out already.</param>
internal sealed class SafeNames(params ReadOnlySpan<string> taken)
{
    // File systems allow 255 bytes; an extension and a number have to fit too.
    private const int LongestName = 200;
    private const int HashLength = 8;

    private static readonly HashSet<string> Reserved = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly HashSet<string> _taken = new(taken.ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>A name that is not given out yet, as like the wanted one as can be.</summary>
    public string Next(string wanted)
    {
        var safe = Of(wanted);
        var name = safe;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{safe}-{number}");
        }

        return name;
    }

    /// <summary>The name with a dash in place of everything but letters, digits, dots, dashes and underscores.</summary>
    public static string Of(string wanted)
    {
        var safe = new StringBuilder(wanted.Length);
        foreach (var letter in wanted)
        {
            safe.Append(char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '-');
        }

        if (safe.Length == 0 || safe[0] == '.')
        {
            safe.Insert(0, '_');
        }

        if (safe[^1] == '.')
        {
            safe.Append('_');
        }

        if (safe.Length > LongestName)
        {
            safe.Length = LongestName - HashLength - 1;
            safe.Append('-').Append(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..HashLength]);
        }

        var dot = safe.ToString().IndexOf('.', StringComparison.Ordinal);
        return Reserved.Contains(dot < 0 ? safe.ToString() : safe.ToString(0, dot)) ? "_" + safe : safe.ToString();
    }
}
