using MeshStack.Analysis.Sets.Texts;

namespace MeshStack.Analysis.Sets;

/// <summary>A set of texts that is known in part: what is certainly in it, and what possibly is.</summary>
public sealed class TextBounds
{
    private const int MostTried = 10_000;

    private readonly Func<string, bool?>? _test;

    internal TextBounds(TextSet certain, TextSet possible, string? reason, Func<string, bool?>? test = null) =>
        (Certain, Possible, Reason, _test) = (certain, possible, certain.Equals(possible) ? null : reason, test);

    /// <summary>Texts that are in the set.</summary>
    public TextSet Certain { get; }

    /// <summary>Texts without which nothing is in the set.</summary>
    public TextSet Possible { get; }

    /// <summary>Whether the set is known exactly.</summary>
    public bool IsDecided => Certain.Equals(Possible);

    /// <summary>Why the set is not known exactly; null where it is.</summary>
    public string? Reason { get; }

    /// <summary>A set that is known exactly.</summary>
    public static TextBounds From(TextSet texts) => new(texts, texts, reason: null);

    /// <summary>A set of which nothing is known but the reason why.</summary>
    public static TextBounds Unknown(string reason) => new(TextSet.Nothing, TextSet.Everything, reason);

    /// <summary>A regular expression of RE2 that the whole text must match; exact where it is but a text, a prefix, <c>.*</c> or
    /// <c>.+</c>.</summary>
    public static TextBounds Regex(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return RegularTexts.Of(expression);
    }

    /// <summary>Whether the text is in the set, as far as it can be said.</summary>
    public bool? Contains(string text) =>
        Certain.Contains(text) ? true
        : !Possible.Contains(text) ? false
        : _test?.Invoke(text);

    /// <summary>The part of the set within these texts: known exactly where they are few and each can be tried.</summary>
    public TextBounds Within(TextSet texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var (certain, possible) = (Certain.Intersect(texts), Possible.Intersect(texts));
        if (_test is null || possible.Except(certain).Members(MostTried) is not { } open)
        {
            return new(certain, possible, Reason, _test);
        }

        var answers = open.ToLookup(text => _test(text));
        return new(
            certain.Union(TextSet.Union(answers[true].Select(TextSet.Exact))),
            possible.Except(TextSet.Union(answers[false].Select(TextSet.Exact))),
            Reason,
            _test
        );
    }

    /// <summary>The bounds in words.</summary>
    public override string ToString() => IsDecided ? Certain.ToString() : $"at least {Certain}, at most {Possible} ({Reason})";
}
