using System.Collections;
using System.Text.RegularExpressions;

namespace MeshStack.Preview.Changes;

/// <summary>Values that are secret by what they are called: a field, a header, a variable, an option, a line of a file.</summary>
/// <remarks>Nobody can tell a password by its looks. Too much is hidden rather than too little: that it differs is told all the
/// same.</remarks>
internal static partial class SecretFields
{
    // It has all that is in the object once more.
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>Whether a text of several lines is secret as a whole, as a key is.</summary>
    public static bool IsKey(string text) => text.Contains("-----BEGIN ", StringComparison.Ordinal);

    /// <summary>The value with what is secret in it hidden.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isSecret">True where it is secret by its own name.</param>
    public static object? Masked(object? value, bool isSecret) =>
        value switch
        {
            string text => isSecret ? SecretMask.Text : Hidden(text),
            IReadOnlyDictionary<string, object?> map => ObjectMap.From(
                map.Select(entry => KeyValuePair.Create(entry.Key, Masked(entry.Value, isSecret || IsOf(map, entry.Key))))
            ),
            IEnumerable list => Masked([.. list.Cast<object?>()], isSecret),
            _ => value,
        };

    /// <summary>Whether the value of a key in a map is secret.</summary>
    public static bool IsOf(IReadOnlyDictionary<string, object?> map, string key) =>
        IsSecret(key) || key == LastApplied || (key == "value" && map.GetValueOrDefault("name") is string name && IsSecret(name));

    /// <summary>Whether an item of a list is the value of an option before it.</summary>
    public static bool IsOf(IReadOnlyList<object?> list, int index) =>
        index > 0
        && list[index - 1] is string before
        && before.StartsWith('-')
        && !before.Contains('=', StringComparison.Ordinal)
        && IsSecret(before);

    private static object?[] Masked(object?[] list, bool isSecret) =>
        [.. list.Select((item, index) => Masked(item, isSecret || IsOf(list, index)))];

    private static string Hidden(string text) =>
        Line().Replace(Scheme().Replace(SecretText.Hidden(text), $"$1 {SecretMask.Text}"), $"$1{SecretMask.Text}");

    // What is called so and ends otherwise says where a secret is, and not what it is.
    private static bool IsSecret(string name) => Name().IsMatch(name) && !Reference().IsMatch(name);

    [GeneratedRegex(
        """
            pass (?: word | wd | phrase )? (?! [a-z] ) | pwd | secret | token | authorization | credential | cookie
            | (?: api | access | private | signing | encryption ) [-_]? key | x- .* -key
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Name();

    [GeneratedRegex(
        """
            (?: httpcookie | name | namespace | refs? | kind | type | audiences? | path | file | url | uri | headers? | secrets | tokens
              | params | version | ttl | policy | enabled ) $
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Reference();

    [GeneratedRegex(@"\b(bearer|basic)\s+(?!\[secret\])[^\s'""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(
        """
            ( [\w.-]* (?: pass(?:word|wd|phrase)? | pwd | secret | token | authorization | credentials? | cookie
                | (?:api|access|private)[-_]?key ) ["']? \s* [:=] \s* ) (?! \[secret\] ) \S [^\r\n]*
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Line();
}
