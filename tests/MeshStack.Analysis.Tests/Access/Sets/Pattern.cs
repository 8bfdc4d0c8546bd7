using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Tests.Access.Sets;

/// <summary>A set of texts as it was written, and what it takes, said once more and differently.</summary>
internal sealed record Pattern(string Name, Func<TextSet> Set, Func<string, bool> Takes)
{
    private const string Letters = "ab/=?";

    public static IReadOnlyList<string> ShortTexts { get; } = [.. Enumerable.Range(0, 6).SelectMany(Of)];

    public static Gen<string> Texts { get; } = Some(Letters, 6);

    private static Gen<Pattern> Simple { get; } =
        Gen.OneOf(
            Some(Letters, 4).Select(text => new Pattern($"={text}", () => TextSet.Exact(text), other => other == text)),
            Some(Letters, 3)
                .Select(text => new Pattern(
                    $"{text}*",
                    () => TextSet.Prefix(text),
                    other => other.StartsWith(text, StringComparison.Ordinal)
                )),
            Some(Letters, 3)
                .Select(text => new Pattern(
                    $"*{text}",
                    () => TextSet.Suffix(text),
                    other => other.EndsWith(text, StringComparison.Ordinal)
                )),
            Some(Letters, 2)
                .Select(text => new Pattern(
                    $"any case {text}*",
                    () => TextSet.Prefix(text).IgnoreCase(),
                    other => other.StartsWith(text, StringComparison.OrdinalIgnoreCase)
                )),
            Gen.Elements("/{*}", "/a/{*}", "/{*}/b", "/a/{**}", "/{**}/b", "/{*}/{**}", "/{**}b").Select(Template),
            Gen.Constant(new Pattern("*", () => TextSet.Present, other => other.Length > 0)),
            Gen.Constant(new Pattern("everything", () => TextSet.Everything, _ => true)),
            Gen.Constant(new Pattern("nothing", () => TextSet.Nothing, _ => false))
        );

    public static Gen<Pattern> All { get; } = Nested(3);

    public override string ToString() => Name;

    public static Gen<string> Some(string letters, int most) =>
        from length in Gen.Choose(0, most)
        from characters in Gen.Elements(letters.ToCharArray()).ArrayOf(length)
        select new string(characters);

    // Envoy's own way: the template becomes a regular expression.
    private static Pattern Template(string template)
    {
        const string Segment = "a-zA-Z0-9-._~%!$&'()+,;:@";
        var expression = template
            .Replace("{**}", $"[/{Segment}]#", StringComparison.Ordinal)
            .Replace("{*}", $"[{Segment}]+", StringComparison.Ordinal)
            .Replace('#', '*');
        return new(template, () => TextSet.PathTemplate(template), new Regex($"^{expression}\\z").IsMatch);
    }

    private static Gen<Pattern> Nested(int depth) =>
        depth == 0
            ? Simple
            : Gen.OneOf(
                Nested(depth - 1),
                from one in Nested(depth - 1)
                from two in Nested(depth - 1)
                select new Pattern($"({one} | {two})", () => one.Set().Union(two.Set()), text => one.Takes(text) || two.Takes(text)),
                from one in Nested(depth - 1)
                from two in Nested(depth - 1)
                select new Pattern($"({one} & {two})", () => one.Set().Intersect(two.Set()), text => one.Takes(text) && two.Takes(text)),
                from one in Nested(depth - 1)
                from two in Nested(depth - 1)
                select new Pattern($"({one} - {two})", () => one.Set().Except(two.Set()), text => one.Takes(text) && !two.Takes(text)),
                from one in Nested(depth - 1)
                select new Pattern($"!{one}", () => one.Set().Complement(), text => !one.Takes(text))
            );

    private static IEnumerable<string> Of(int length) =>
        length == 0 ? [""] : Of(length - 1).SelectMany(_ => Letters, (text, letter) => text + letter);
}
