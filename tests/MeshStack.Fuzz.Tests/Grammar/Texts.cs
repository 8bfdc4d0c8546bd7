using System.Text;
using CsCheck;

namespace MeshStack.Fuzz.Tests.Grammar;

/// <summary>Texts that were YAML before somebody was careless with them.</summary>
internal static class Texts
{
    private static readonly Gen<string> Token = Gen.OneOf(
        Gen.OneOf(
            "{",
            "}",
            "[",
            "]",
            ",",
            ": ",
            ":",
            "- ",
            "? ",
            "|",
            ">-",
            "|2",
            "&a ",
            "*a",
            "<<: *a",
            "<<: 1",
            "!!binary[]",
            "!!int ",
            "!<",
            "%YAML 1.9\n",
            "---\n",
            "...\n",
            "\t",
            "\r",
            "\n",
            "#",
            "'",
            "\"",
            "\"\\x",
            "\"\\U00110000\"",
            "@",
            "`",
            "\ufeff",
            "\0",
            ".inf",
            "0x1F",
            "012",
            "~",
            "a: &a [*a]\n",
            "? &b [*b]\n: c\n"
        ),
        Scalars.Any
    );

    /// <summary>A text made of others by some careless changes.</summary>
    public static Gen<string> From(IReadOnlyList<string> seeds)
    {
        var seed = Gen.OneOf([.. seeds]);
        return Gen.Select(seed, seed, Change.Array[0, 6])
            .Select(parts => parts.Item3.Aggregate(parts.Item1, (text, change) => change(text, parts.Item2)));
    }

    private static Gen<Func<string, string, string>> Change { get; } =
        Gen.OneOf<Func<string, string, string>>(
            Gen.Select(Gen.Double.Unit, Token).Select(at => Make((text, _) => text.Insert(At(text, at.Item1), at.Item2))),
            Gen.Select(Gen.Double.Unit, Gen.Int[1, 40]).Select(cut => Make((text, _) => Cut(text, cut.Item1, cut.Item2))),
            Gen.Select(Gen.Double.Unit, Gen.Double.Unit)
                .Select(at => Make((text, _) => Line(text, at.Item1, line => "") is var less ? less : text)),
            Gen.Select(Gen.Double.Unit, Gen.Int[1, 60])
                .Select(at => Make((text, _) => Line(text, at.Item1, line => Repeat(line, at.Item2)))),
            Gen.Select(Gen.Double.Unit, Gen.Int[0, 12])
                .Select(at => Make((text, _) => Line(text, at.Item1, line => new string(' ', at.Item2) + line.TrimStart()))),
            Gen.Select(Gen.Double.Unit, Token)
                .Select(at => Make((text, _) => Line(text, at.Item1, line => line.Split(':')[0] + ": " + at.Item2 + "\n"))),
            Gen.Select(Gen.Double.Unit, Gen.Double.Unit)
                .Select(at => Make((text, other) => text[..At(text, at.Item1)] + other[At(other, at.Item2)..])),
            Gen.Select(Gen.Double.Unit, Gen.Char)
                .Select(at =>
                    Make(
                        (text, _) =>
                            text.Length == 0
                                ? text
                                : text.Remove(At(text, at.Item1) % text.Length, 1)
                                    .Insert(At(text, at.Item1) % text.Length, at.Item2.ToString())
                    )
                ),
            Gen.Int[1, 300].Select(depth => Make((text, _) => text + "\nx: " + new string('[', depth) + new string(']', depth - 1)))
        );

    private static Func<string, string, string> Make(Func<string, string, string> change) => change;

    private static int At(string text, double part) => (int)(part * text.Length);

    private static string Cut(string text, double part, int length)
    {
        var at = At(text, part);
        return text.Remove(at, Math.Min(length, text.Length - at));
    }

    private static string Line(string text, double part, Func<string, string> change)
    {
        var at = At(text, part);
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', start);
        end = end < 0 ? text.Length : end + 1;
        return text[..start] + change(text[start..end]) + text[end..];
    }

    private static string Repeat(string line, int times) => new StringBuilder().Insert(0, line, times).ToString();
}
