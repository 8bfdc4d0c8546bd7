using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>What messages quote of texts that people typed: no secrets, and no more than anybody reads.</summary>
internal static partial class QuotedText
{
    private const int MostOfAWord = 300;
    private const int KeptOfAWord = 60;
    private const int MostOfAll = 6_000;
    private const int KeptOfAll = 2_000;

    /// <summary>A message, with what looks like a secret hidden and what is overlong shortened.</summary>
    public static string Of(string text)
    {
        // What is overlong is shortened first: to search millions of letters for secrets takes long.
        var shown = text.Length > MostOfAWord ? Shortened(text) : text;
        return SecretText.Hidden(shown);
    }

    private static string Shortened(string text)
    {
        var shown = LongWord().Replace(text, word => Cut(word.Value, KeptOfAWord));
        return shown.Length > MostOfAll ? Cut(shown, KeptOfAll) : shown;
    }

    private static string Cut(string text, int kept)
    {
        var end = char.IsHighSurrogate(text[kept - 1]) ? kept - 1 : kept;
        return FormattableString.Invariant($"{text[..end]}… ({text.Length} characters)");
    }

    [GeneratedRegex(@"\S{301,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord();
}
