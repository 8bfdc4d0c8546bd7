using MeshStack.Analysis.Sets.Automata;

namespace MeshStack.Analysis.Sets.Rendering;

/// <summary>Writes sets of texts in Istio's language where it has the words, else as a regular expression.</summary>
internal static class TextRendering
{
    private const char Unnamed = '\ue000';
    private const int MostStates = 2_000;

    // To turn larger ones around takes longer than to see that it leads to nothing.
    private const int FewStates = 200;
    private const string EverythingBut = "everything but ";

    private static readonly BoundedCache<(Part Part, TextSet Set, string Or), string> Written = new();

    private enum Part
    {
        Methods,
        Paths,
        Hosts,
    }

    public static string Of(TextSet set)
    {
        var folded = WithoutCapitals(set);
        return folded.Equals(set) || !set.IgnoreCase().Equals(set) ? Of(set, " or ") : $"{Of(folded, " or ")} in any case";
    }

    /// <summary>A set of methods, of which none is empty.</summary>
    public static string OfMethods(TextSet set, string or) =>
        Written.Of((Part.Methods, set, or), static key => NeverEmpty(key.Set, key.Or, "any method but "));

    /// <summary>A set of hosts, of which none is empty, and whose letters stand for either case.</summary>
    public static string OfHosts(TextSet set, string or) =>
        Written.Of((Part.Hosts, set, or), static key => NeverEmpty(WithoutCapitals(key.Set), key.Or, "any host but "));

    /// <summary>A set of paths, of which no query or fragment is a part.</summary>
    public static string OfPaths(TextSet set, string or) => Written.Of((Part.Paths, set, or), static key => Paths(key.Set, key.Or));

    private static string Paths(TextSet set, string or)
    {
        var paths = Alike(set, ['#', '?']);
        var terms = Terms(paths);
        return terms is [{ Pattern: "/*", Except: not [] } all] ? (all with { Pattern = "everything" }).ToString()
            : terms is null && AllBut(paths) is { } most ? most.ToString()
            : Of(paths, terms, or);
    }

    // All but some ends of paths: read behind the slash that every path begins with.
    private static TextTerm? AllBut(TextSet paths)
    {
        // As Terms says of what is behind it, without making an automaton of that where none is needed.
        var (automaton, start) = (paths.Automaton, paths.Automaton.Next(0, '/'));
        var read =
            automaton.Count > FewStates && !MayBeEnds(automaton, start)
                ? TextWalk.Read(automaton, start, isTaken: false)
                : Terms(paths.Before(0, "/").Complement());
        if (read is not { } behind)
        {
            return null;
        }

        // An end that begins with a slash is also the end of the path that is nothing else; where that path stays, it has no words.
        TextTerm[] terms = [.. behind.Select(BehindSlash)];
        var ends = terms.Where(term => term.Pattern.StartsWith("*/", StringComparison.Ordinal)).ToArray();
        var whole = ends.Select(end => terms.FirstOrDefault(term => term.Except.IsEmpty && term.Pattern == end.Pattern[1..])).ToArray();
        return whole.Contains(null) ? null : new TextTerm("everything", [.. terms.Except(whole.OfType<TextTerm>())]);
    }

    private static TextTerm BehindSlash(TextTerm term) =>
        new(
            term.Pattern switch
            {
                ['*', ..] => term.Pattern,
                ['"', .. var rest] => "\"/" + rest,
                "everything" => "/*",
                _ => "/" + term.Pattern,
            },
            [.. term.Except.Select(BehindSlash)]
        );

    public static string Of(TextSet set, string or) => Of(set, Terms(set), or);

    private static string Of(TextSet set, List<TextTerm>? known, string or)
    {
        if (set.IsEmpty || set.IsEverything)
        {
            return set.IsEmpty ? "nothing" : "everything";
        }

        var terms = known ?? (Terms(set.Complement()) is { } except ? [new TextTerm("everything", [.. except])] : null);
        return terms is not null ? TextTerm.Join(terms, or)
            : TextExpression.Of(set.Automaton) is { } expression ? $"/{expression}/ as a regular expression"
            : $"texts that no short pattern is for, such as {TextPattern.Exact(set.Witness()!)}";
    }

    private static string NeverEmpty(TextSet set, string or, string anyBut)
    {
        var except = set.Union(TextSet.Exact(""));
        return set.Members(atMost: 1_000) is null && Of(except, or) is var text && text.StartsWith(EverythingBut, StringComparison.Ordinal)
            ? anyBut + text[EverythingBut.Length..]
            : Of(set, or);
    }

    private static List<TextTerm>? Terms(TextSet set)
    {
        if (TextWalk.Read(set.Automaton) is { } forwards)
        {
            return forwards;
        }

        if (set.Automaton.Count > FewStates && !MayBeEnds(set.Automaton, 0))
        {
            return null;
        }

        if (AutomatonReversal.Of(set.Automaton, MostStates) is not { } reversed)
        {
            return null;
        }

        return TextWalk.Read(reversed, backwards: true) ?? Mixed(set, reversed);
    }

    // Behind a character that no match names every text starts anew where ends alone count, but for prefixes that are taken whole.
    private static bool MayBeEnds(Automaton automaton, int first)
    {
        var start = automaton.Next(first, Unnamed);
        var after = Enumerable.Range(first, automaton.Count - first).Select(state => automaton.Next(state, Unnamed)).ToHashSet();
        return after.All(state => state == start || state == automaton.Everything)
            || after.All(state => state == start || state == automaton.Nothing);
    }

    // Prefixes and suffixes side by side, and what is left.
    private static List<TextTerm>? Mixed(TextSet set, Automaton reversed)
    {
        if (TextPeel.Of(set.Automaton) is not { } prefixes || TextPeel.Of(reversed) is not { } backwards)
        {
            return null;
        }

        var suffixes = backwards.Select(text => new string([.. text.Reverse()])).ToArray();
        var peeled = TextSet.Union(prefixes.Select(TextSet.Prefix)).Union(TextSet.Union(suffixes.Select(TextSet.Suffix)));
        return peeled.IsEmpty || TextWalk.Read(set.Except(peeled).Automaton) is not { } rest
            ? null
            :
            [
                .. prefixes.Select(text => new TextTerm(TextPattern.Prefix(text), [])),
                .. suffixes.Select(text => new TextTerm(TextPattern.Suffix(text), [])),
                .. rest,
            ];
    }

    private static TextSet WithoutCapitals(TextSet set) => Alike(set, [.. Enumerable.Range('A', 26).Select(code => (char)code)]);

    // Characters that cannot occur are taken for one that no match names, so that the set reads as if they did not exist.
    private static TextSet Alike(TextSet set, char[] characters)
    {
        var automaton = set.Automaton;
        var draft = new AutomatonDraft();
        for (var state = 0; state < automaton.Count; state++)
        {
            var unnamed = automaton.Next(state, Unnamed);
            foreach (var (range, target) in automaton.Edges(state))
            {
                foreach (var character in characters.Where(range.Contains))
                {
                    if (character > range.First)
                    {
                        draft.Edge((char)(character - 1), target);
                    }

                    draft.Edge(character, unnamed);
                }

                if (!characters.Contains(range.Last))
                {
                    draft.Edge(range.Last, target);
                }
            }

            draft.EndState(automaton.Accepts(state));
        }

        // Texts with one of them tell no two states apart where they are all rejected.
        var reached = AutomatonReach.Of(draft);
        var areRejected = Enumerable
            .Range(0, automaton.Count)
            .All(state => Array.TrueForAll(characters, character => automaton.Next(state, character) == automaton.Nothing));
        return new TextSet(areRejected ? AutomatonMinimizer.Number(reached) : AutomatonMinimizer.Minimize(reached));
    }
}
