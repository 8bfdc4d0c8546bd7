using MeshStack.Analysis.Sets.Automata;
using MeshStack.Analysis.Sets.Rendering;
using MeshStack.Analysis.Sets.Texts;

namespace MeshStack.Analysis.Sets;

/// <summary>An exact set of texts out of Istio's matches; equal sets are equal objects, and print the same.</summary>
/// <remarks>
/// Nothing depends on how a set was made: up to <see cref="MostFew"/> texts, and no fewer than one, are held as these texts, and every
/// other
/// set as its one least automaton (Myhill-Nerode).
/// </remarks>
public sealed partial class TextSet : IEquatable<TextSet>
{
    // Sets of so few texts are worked out text by text.
    private const int MostFew = 64;

    private static readonly BoundedCache<(SetOperation Operation, TextSet Left, TextSet Right), TextSet> Combined = new();

    // The texts in ordinal order; null for a set that is held as its automaton.
    private readonly string[]? _few;

    private Automaton? _automaton;
    private TextSet? _complement;
    private TextSet? _anyCase;
    private string? _text;
    private int _hash;

    internal TextSet(Automaton automaton)
    {
        _automaton = automaton;
        if (automaton.Nothing != 0 && TextMembers.Of(automaton, MostFew) is { } few)
        {
            _few = [.. few];
        }
    }

    private TextSet(string[] few) => _few = few;

    /// <summary>No text.</summary>
    public static TextSet Nothing { get; } = new(AutomatonGlob.Of([new GlobPart([], Repeats: false)]));

    /// <summary>Every text, the empty one too.</summary>
    public static TextSet Everything { get; } = new(AutomatonGlob.Of([GlobPart.AnyText]));

    /// <summary>Every text but the empty one: <c>*</c>.</summary>
    public static TextSet Present { get; } = new(AutomatonGlob.Of([GlobPart.AnyCharacter, GlobPart.AnyText]));

    /// <summary>Whether there is no text in the set.</summary>
    public bool IsEmpty => _few is null && Automaton.Nothing == 0;

    /// <summary>Whether every text is in the set.</summary>
    public bool IsEverything => _few is null && Automaton.Everything == 0;

    internal Automaton Automaton => _automaton ??= AutomatonTexts.Of(_few);

    /// <summary>The texts of all the sets.</summary>
    public static TextSet Union(IEnumerable<TextSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        return Halves.Combine([.. sets], Nothing, (left, right) => left.Union(right));
    }

    /// <summary>The texts of either set.</summary>
    public TextSet Union(TextSet other) => Combine(SetOperation.Union, other);

    /// <summary>The texts of both sets.</summary>
    public TextSet Intersect(TextSet other) => Combine(SetOperation.Intersect, other);

    /// <summary>The texts of this set that are not in the other.</summary>
    public TextSet Except(TextSet other) => Combine(SetOperation.Except, other);

    /// <summary>Every text that is not in the set.</summary>
    public TextSet Complement()
    {
        if (_complement is null)
        {
            var complement = new TextSet(Automaton.Complement()) { _complement = this };
            _ = Interlocked.CompareExchange(ref _complement, complement, null);
        }

        return _complement;
    }

    /// <summary>The texts that are in the set once letters of either case are taken for each other (ASCII, as Envoy does).</summary>
    public TextSet IgnoreCase() => _anyCase ??= new(AutomatonCase.Ignore(Automaton));

    /// <summary>Whether the text is in the set.</summary>
    public bool Contains(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _few is null ? Automaton.Contains(text) : Array.BinarySearch(_few, text, StringComparer.Ordinal) >= 0;
    }

    /// <summary>Whether some text is in both sets.</summary>
    public bool Overlaps(TextSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _few is not null ? Array.Exists(_few, other.Contains)
            : other._few is not null ? Array.Exists(other._few, Contains)
            : AutomatonProduct.Overlap(Automaton, other.Automaton);
    }

    /// <summary>Whether every text of this set is in the other.</summary>
    public bool IsSubsetOf(TextSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _few is null ? !Overlaps(other.Complement()) : Array.TrueForAll(_few, other.Contains);
    }

    /// <summary>A short text of the set that reads well, always the same; null where there is none.</summary>
    /// <remarks>It is a shortest one; one that ends in a slash goes on with a letter where that is in the set too.</remarks>
    public string? Witness() => TextWitness.Of(Automaton);

    /// <summary>The texts in ordinal order, or null where there are more than that many.</summary>
    public IReadOnlyList<string>? Members(int atMost) =>
        _few is null ? TextMembers.Of(Automaton, atMost)
        : _few.Length <= atMost ? _few
        : null;

    /// <inheritdoc/>
    public bool Equals(TextSet? other) =>
        other is not null
        && (
            ReferenceEquals(this, other)
            || (
                _few is null
                    ? other._few is null && Automaton.Equals(other.Automaton)
                    : other._few is not null && _few.AsSpan().SequenceEqual(other._few)
            )
        );

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextSet);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _few is null ? Automaton.GetHashCode()
        : _hash == 0 ? _hash = HashOf(_few)
        : _hash;

    /// <summary>The set in Istio's language: <c>/static*</c>, <c>/a or /b</c>, <c>everything but /admin*</c>.</summary>
    public override string ToString() => _text ??= TextRendering.Of(this);

    internal int CompareTo(TextSet other) => Automaton.CompareTo(other.Automaton);

    private TextSet Combine(SetOperation operation, TextSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Shortcut(operation, other)
            ?? Few(operation, other)
            ?? Combined.Of((operation, this, other), static key => Work(key.Operation, key.Left, key.Right));
    }

    private TextSet? Few(SetOperation operation, TextSet other) =>
        operation switch
        {
            SetOperation.Union => _few is not null && other._few is not null && _few.Length + other._few.Length <= MostFew
                ? Both(_few, other._few)
                : null,
            SetOperation.Intersect => _few is not null ? Where(other, isIn: true)
            : other._few is not null ? other.Where(this, isIn: true)
            : null,
            _ => _few is not null ? Where(other, isIn: false) : null,
        };

    private TextSet Where(TextSet other, bool isIn)
    {
        var left = Array.FindAll(_few!, text => other.Contains(text) == isIn);
        return left.Length == _few!.Length ? this
            : left.Length == 0 ? Nothing
            : new(left);
    }

    private static TextSet Both(string[] one, string[] other)
    {
        string[] both = [.. one.Union(other, StringComparer.Ordinal)];
        Array.Sort(both, StringComparer.Ordinal);
        return new(both);
    }

    private static TextSet Work(SetOperation operation, TextSet left, TextSet right) =>
        operation == SetOperation.Intersect && !left.Overlaps(right)
            ? Nothing
            : new TextSet(AutomatonProduct.Of(left.Automaton, right.Automaton, operation));

    private TextSet? Shortcut(SetOperation operation, TextSet other) =>
        operation switch
        {
            _ when Equals(other) => operation == SetOperation.Except ? Nothing : this,
            SetOperation.Union => IsEmpty || other.IsEverything ? other
            : other.IsEmpty || IsEverything ? this
            : null,
            SetOperation.Intersect => IsEmpty || other.IsEverything ? this
            : other.IsEmpty || IsEverything ? other
            : null,
            _ => other.IsEverything ? Nothing
            : IsEmpty || other.IsEmpty ? this
            : IsEverything ? other.Complement()
            : null,
        };

    // Not HashCode, whose seed differs from run to run: nothing here may depend on the run.
    private static int HashOf(string[] texts)
    {
        var hash = 17;
        foreach (var text in texts)
        {
            foreach (var character in text)
            {
                hash = unchecked((hash * 31) + character);
            }

            hash = unchecked((hash * 31) + char.MaxValue);
        }

        return hash;
    }
}
