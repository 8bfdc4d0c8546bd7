using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MeshStack.Cli.Commands;

/// <summary>Writes characters that steer terminals, or the order in which text is shown, as <c>\u001b</c>.</summary>
/// <remarks>Names in manifests are somebody else's text, and a report about them is not theirs to draw. Within JSON it says the
/// same.</remarks>
internal sealed partial class PlainWriter : TextWriter
{
    private static readonly SearchValues<char> Steering = SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsSteering),
    ]);

    // The first half of invisible letters, which are two halves each.
    private const char Tags = '\uDB40';

    private readonly TextWriter _inner;

    public PlainWriter(TextWriter inner)
        : base(CultureInfo.InvariantCulture)
    {
        _inner = inner;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => _inner.Encoding;

    /// <summary>The text as the writer would write it.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Steering))
        {
            return text;
        }

        using StringWriter plain = new(CultureInfo.InvariantCulture);
        new PlainWriter(plain).Write(text);
        return plain.ToString();
    }

    /// <summary>The text as one line, whatever ends of lines are in it.</summary>
    public static string Line(string text) => LineEnds().Replace(text, @"\u000a");

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        for (int at; (at = buffer.IndexOfAny(Steering)) >= 0; )
        {
            _inner.Write(buffer[..at]);
            var count = buffer[at] == Tags && at + 1 < buffer.Length ? 2 : 1;
            foreach (var letter in buffer.Slice(at, count))
            {
                _inner.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"));
            }

            buffer = buffer[(at + count)..];
        }

        _inner.Write(buffer);
    }

    public override void Flush() => _inner.Flush();

    // Line ends and tabs are layout; everything else of these categories is never seen and still has an effect.
    private static bool IsSteering(char letter) =>
        letter == Tags
        || (
            letter is not ('\n' or '\t')
            && char.GetUnicodeCategory(letter)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
        );

    [GeneratedRegex(@"\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnds();
}
