using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MeshStack.Manifests;

/// <summary>The parser's events; texts that it gives up on without a word get one.</summary>
internal sealed class YamlEvents
{
    private readonly Parser _parser;

    public YamlEvents(string text)
    {
        _parser = new Parser(new StringReader(text));
        MoveNext();
    }

    public ParsingEvent Current => _parser.Current!;

    /// <summary>The current event, behind which the next becomes current.</summary>
    public ParsingEvent Take()
    {
        var current = Current;
        MoveNext();
        return current;
    }

    /// <summary>Takes the current event if it is of that kind.</summary>
    public bool TryTake<T>()
        where T : ParsingEvent
    {
        if (Current is not T)
        {
            return false;
        }

        MoveNext();
        return true;
    }

    private void MoveNext()
    {
        var end = _parser.Current?.End ?? Mark.Empty;
        try
        {
            if (_parser.MoveNext())
            {
                return;
            }
        }
        catch (InvalidOperationException) { }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new YamlException(end, end, "a tag, a directive or an escape is malformed here or after", e);
        }

        throw new YamlException(end, end, "a list or an object in brackets is not closed here or after");
    }
}
