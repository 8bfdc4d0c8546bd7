using System.Collections.Concurrent;

namespace MeshStack.Offline.Trees;

/// <summary>One instance of every distinct text of a run.</summary>
internal sealed class StringPool
{
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Every distinct text, in no order.</summary>
    public IEnumerable<string> Texts => _texts.Keys;

    public string Share(string text) => _texts.GetOrAdd(text, text);
}
