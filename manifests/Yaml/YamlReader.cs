using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MeshStack.Manifests;

/// <summary>Reads a text document by document, so that one that is broken does not hide what is wrong with the next.</summary>
internal sealed partial class YamlReader
{
    // YAML has no control characters but these; a parser that takes NUL for the end would leave the rest of a file unread.
    private static readonly SearchValues<char> NoText = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085')),
    ]);

    // What goes on like that is no YAML, and reading behind each of them takes time.
    private const int MostBroken = 100;

    // Blank lines before a block's text may have any spaces for kubectl, and no more than the text has for the parser.
    [GeneratedRegex(@"(?<=[|>][+-]?[ \t]*(?:#[^\n]*)?\r?\n(?:[ ]*\r?\n)*)[ ]+(?=\r?\n)", RegexOptions.CultureInvariant)]
    private static partial Regex BlankBeforeBlock();

    private readonly YamlLimits _limits;
    private string _text;
    private int _linesBefore;
    private YamlEvents? _events;
    private long _aliased;

    private YamlReader(string text, int linesBefore, YamlLimits limits) => (_text, _linesBefore, _limits) = (text, linesBefore, limits);

    /// <summary>The documents, each read when it is asked for; a byte order mark before them is none of their text.</summary>
    public static IEnumerable<ReadDocument> Read(string text, YamlLimits limits)
    {
        var broken = 0;
        var given = text.StartsWith('\uFEFF') ? text[1..] : text;
        foreach (var document in Parts(Unblanked(given)).SelectMany(part => Read(part, limits)))
        {
            if (broken < MostBroken)
            {
                yield return document;
                broken += document.Root is null ? 1 : 0;
                continue;
            }

            var message = FormattableString.Invariant($"{MostBroken} documents are broken before this one; from here on nothing is read");
            yield return new(null, [new YamlProblem(document.Root?.Line ?? document.Problems[0].Line, 1, message, IsBroken: true)]);
            yield break;
        }
    }

    private static string Unblanked(string text) =>
        text.AsSpan().IndexOfAny('|', '>') < 0 || !text.Contains("\n ", StringComparison.Ordinal)
            ? text
            : BlankBeforeBlock().Replace(text, "");

    private static IEnumerable<ReadDocument> Read((string Text, int LinesBefore, YamlProblem? Problem) part, YamlLimits limits)
    {
        var reader = new YamlReader(part.Text, part.LinesBefore, limits);
        while (reader.Next() is { } document)
        {
            yield return document;
        }

        if (part.Problem is not null)
        {
            yield return new(null, [part.Problem]);
        }
    }

    /// <summary>What is read by itself: what stands before a document with a control character and behind it, and JSON objects that follow
    /// one another.</summary>
    private static IEnumerable<(string Text, int LinesBefore, YamlProblem? Problem)> Parts(string text)
    {
        var (start, lines) = (0, 0);
        var control = NextControl(text, 0);
        Queue<int>? objects = null;
        while (start < text.Length)
        {
            if (control < start)
            {
                control = NextControl(text, start);
            }

            var isControlled = control < text.Length;
            objects ??= isControlled ? null : new(JsonStream.Ends(text, start));
            var end =
                isControlled ? YamlMarker.FindNext(text, control) ?? text.Length
                : objects!.TryDequeue(out var next) ? next
                : text.Length;
            var problem = isControlled ? ControlCharacter(text, control, start, lines) : null;
            yield return (text[start..(isControlled ? YamlMarker.FindLast(text, control, start) : end)], lines, problem);
            lines += text.AsSpan(start, end - start).Count('\n');
            start = end;
        }
    }

    private static int NextControl(string text, int from) =>
        text.AsSpan(from).IndexOfAny(NoText) is >= 0 and var at ? from + at : text.Length;

    private static YamlProblem ControlCharacter(string text, int at, int start, int linesBefore)
    {
        var before = text.AsSpan(start, at - start);
        var code = ((int)text[at]).ToString("X4", CultureInfo.InvariantCulture);
        return new(
            linesBefore + before.Count('\n') + 1,
            before.Length - before.LastIndexOf('\n'),
            $"control characters are not allowed, and U+{code} is one; within quotes it is written as \\u{code}",
            IsBroken: true
        );
    }

    private ReadDocument? Next()
    {
        try
        {
            return ReadNext();
        }
        catch (YamlException exception)
        {
            var (line, column) = PlaceOf(exception);
            var problem = new YamlProblem(_linesBefore + line, column, exception.Message, IsBroken: true);
            GoOnFrom((int)exception.Start.Line);
            return new(null, [problem]);
        }
    }

    // What is wrong stands on the last of its lines; but of what is still open at the end of the text, the first says more.
    private (int Line, int Column) PlaceOf(YamlException exception)
    {
        var (start, end) = (exception.Start, exception.End);
        var at = end.Line > start.Line && end.Index < _text.Length ? end : start;
        return ((int)Math.Max(at.Line, 1), (int)Math.Max(at.Column, 1));
    }

    private ReadDocument? ReadNext()
    {
        _events ??= new YamlEvents(_text);
        if (!_events.TryTake<StreamStart>())
        {
            _events.TryTake<DocumentEnd>();
        }

        if (!_events.TryTake<DocumentStart>())
        {
            return null;
        }

        var tree = new YamlTree(_events, _limits, _linesBefore, _aliased);
        var root = tree.Read();
        _aliased = tree.AliasedValues;
        return _events.Current is DocumentEnd
            ? new(root, tree.Problems)
            : throw new YamlException(_events.Current.Start, _events.Current.End, "did not find the end of the document");
    }

    // A line of three dashes always starts a document, whatever was open before it.
    private void GoOnFrom(int line)
    {
        var next = YamlMarker.Find(_text, line) ?? _text.Length;
        _linesBefore += _text.AsSpan(0, next).Count('\n');
        (_text, _events) = (_text[next..], null);
    }
}
