using MeshStack.Analysis.Sets.Automata;

namespace MeshStack.Analysis.Sets.Rendering;

/// <summary>Reads an automaton back as exact texts, prefixes, path templates, and what is taken out of them.</summary>
/// <remarks>
/// Where a character that no match names leads says what a place is: within a prefix, or on the way to exact texts. An automaton that was
/// turned
/// around is read as exact texts and suffixes.
/// </remarks>
internal sealed class TextWalk(Automaton automaton, bool backwards)
{
    private const char Unnamed = '\ue000';
    private const int MostSteps = 20_000;
    private const int MostTerms = 5_000;

    private readonly bool[] _onTheWay = new bool[automaton.Count];
    private int _steps;

    /// <summary>The terms, or null where the set is not made of such.</summary>
    public static List<TextTerm>? Read(Automaton automaton, bool backwards = false) =>
        Read(new TextWalk(automaton, backwards), 0, isTaken: true);

    /// <summary>The same from another state on, of the texts that are taken from there, or of those that are not.</summary>
    public static List<TextTerm>? Read(Automaton automaton, int start, bool isTaken) =>
        Read(new TextWalk(automaton, backwards: false), start, isTaken);

    private static List<TextTerm>? Read(TextWalk walk, int start, bool isTaken)
    {
        var terms = new List<TextTerm>();
        return walk.Walk(start, "", isTemplate: false, isTaken, terms) ? terms : null;
    }

    private bool Walk(int state, string text, bool isTemplate, bool isTaken, List<TextTerm> terms)
    {
        var (all, none) = isTaken ? (automaton.Everything, automaton.Nothing) : (automaton.Nothing, automaton.Everything);
        if (state == none)
        {
            return true;
        }

        if (state == all)
        {
            terms.Add(new(Prefix(text, isTemplate), []));
            return terms.Count < MostTerms;
        }

        if (_steps++ > MostSteps)
        {
            return false;
        }

        var unnamed = automaton.Next(state, Unnamed);
        if (unnamed == all)
        {
            var except = new List<TextTerm>();
            var isRead = Walk(state, text, isTemplate, !isTaken, except);
            terms.Add(new(Prefix(text, isTemplate), [.. except]));
            return isRead;
        }

        if (unnamed != none || _onTheWay[state])
        {
            return false;
        }

        _onTheWay[state] = true;
        var isDone =
            (text.EndsWith('/') && !backwards && Template(state, text, isTaken, none, terms))
            || Step(state, text, isTemplate, isTaken, none, terms);
        _onTheWay[state] = false;
        return isDone;
    }

    private bool Step(int state, string text, bool isTemplate, bool isTaken, int none, List<TextTerm> terms)
    {
        if (automaton.Accepts(state) == isTaken)
        {
            terms.Add(new(Exact(text, isTemplate), []));
        }

        foreach (var (characters, target) in automaton.Edges(state))
        {
            for (int character = characters.First; target != none && character <= characters.Last; character++)
            {
                if (!Walk(target, backwards ? (char)character + text : text + (char)character, isTemplate, isTaken, terms))
                {
                    return false;
                }
            }
        }

        return terms.Count < MostTerms;
    }

    private bool Template(int state, string text, bool isTaken, int none, List<TextTerm> terms)
    {
        if (automaton.Accepts(state) == isTaken && Leads(state, state, state, none))
        {
            terms.Add(new(text + "{**}", []));
            return true;
        }

        var segment = automaton.Next(state, 'a');
        var next = automaton.Next(segment, '/');
        var count = terms.Count;
        if (
            automaton.Accepts(state) == isTaken
            || segment == none
            || !Leads(state, segment, none, none)
            || !Leads(segment, segment, next, none)
        )
        {
            return false;
        }

        if (automaton.Accepts(segment) == isTaken)
        {
            terms.Add(new(text + "{*}", []));
        }

        if (next == none || Walk(next, text + "{*}/", isTemplate: true, isTaken, terms))
        {
            return true;
        }

        terms.RemoveRange(count, terms.Count - count);
        return false;
    }

    // Whether the characters of a segment lead to one state, a slash to another, and all others nowhere.
    private bool Leads(int state, int segment, int slash, int none)
    {
        foreach (var (characters, target) in automaton.Edges(state))
        {
            var isPlain = Array.Exists(CharRange.Segment, range => range.Contains(characters.First));
            if (
                target
                != (
                    isPlain ? segment
                    : characters.First == '/' ? slash
                    : none
                )
            )
            {
                return false;
            }
        }

        // An edge may cover more than its first character tells: the others are where ranges of the segment begin or end.
        return CharRange.Segment.All(range =>
            automaton.Next(state, range.First) == segment
            && automaton.Next(state, range.Last) == segment
            && (
                range.First - 1 is var before
                && (IsPlain((char)before) || automaton.Next(state, (char)before) == ((char)before == '/' ? slash : none))
            )
            && (
                range.Last + 1 is var after
                && (IsPlain((char)after) || automaton.Next(state, (char)after) == ((char)after == '/' ? slash : none))
            )
        );
    }

    private static bool IsPlain(char character) => Array.Exists(CharRange.Segment, range => range.Contains(character));

    private string Exact(string text, bool isTemplate) => isTemplate && !backwards ? text : TextPattern.Exact(text);

    private string Prefix(string text, bool isTemplate) =>
        backwards ? TextPattern.Suffix(text)
        : isTemplate ? text + "*"
        : TextPattern.Prefix(text);
}
