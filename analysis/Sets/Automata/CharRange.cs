namespace MeshStack.Analysis.Sets.Automata;

/// <summary>Characters from the first to the last, both included.</summary>
internal readonly record struct CharRange(char First, char Last)
{
    public static readonly CharRange[] Any = [new(char.MinValue, char.MaxValue)];

    /// <summary>What a wildcard of a path template takes within one segment; a slash comes on top for several.</summary>
    /// <remarks>
    /// RFC 3986's pchar without <c>=</c> and <c>*</c>: kLiteral in envoyproxy/envoy,
    /// source/extensions/path/uri_template_lib/uri_template_internal.cc.
    /// </remarks>
    public static readonly CharRange[] Segment = Of("-._~%!$&'()+,;:@", ('a', 'z'), ('A', 'Z'), ('0', '9'));

    public static readonly CharRange[] Segments = Of("/", Segment);

    public static readonly CharRange[] NotSlash = [new(char.MinValue, '.'), new('0', char.MaxValue)];

    /// <summary>All of a path: the query and the fragment are cut off before anything is matched.</summary>
    public static readonly CharRange[] Path = [new(char.MinValue, '"'), new('$', '>'), new('@', char.MaxValue)];

    public bool Contains(char character) => character >= First && character <= Last;

    private static CharRange[] Of(string characters, params (char First, char Last)[] ranges) =>
        Of(characters, [.. ranges.Select(range => new CharRange(range.First, range.Last))]);

    private static CharRange[] Of(string characters, CharRange[] ranges) =>
        [.. ranges.Concat(characters.Select(character => new CharRange(character, character))).OrderBy(range => range.First)];
}
