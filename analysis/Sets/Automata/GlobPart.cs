namespace MeshStack.Analysis.Sets.Automata;

/// <summary>One character out of some, or any number of them.</summary>
internal readonly record struct GlobPart(CharRange[] Characters, bool Repeats)
{
    public static readonly GlobPart AnyText = new(CharRange.Any, Repeats: true);

    public static readonly GlobPart AnyCharacter = new(CharRange.Any, Repeats: false);

    public bool IsAnyText => Repeats && ReferenceEquals(Characters, CharRange.Any);

    public static IEnumerable<GlobPart> Literal(string text) =>
        text.Select(character => new GlobPart([new(character, character)], Repeats: false));

    /// <summary>At least one of the characters.</summary>
    public static GlobPart[] Some(CharRange[] characters) => [new(characters, Repeats: false), new(characters, Repeats: true)];

    public bool Takes(char character)
    {
        foreach (var range in Characters)
        {
            if (range.Contains(character))
            {
                return true;
            }
        }

        return false;
    }
}
