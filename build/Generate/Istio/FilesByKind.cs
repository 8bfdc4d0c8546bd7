namespace MeshStack.Generate.Istio;

/// <summary>A writer for every kind, and one for what several kinds share.</summary>
internal sealed class FilesByKind<TWriter>
    where TWriter : new()
{
    private const string Shared = "Shared";

    private readonly SortedDictionary<string, TWriter> _writers = new(StringComparer.Ordinal);

    /// <summary>The writers by their kinds.</summary>
    public IEnumerable<KeyValuePair<string, TWriter>> All => _writers;

    /// <summary>The writer for what some kinds have.</summary>
    public TWriter For(IReadOnlyCollection<string> kinds)
    {
        var file = kinds.Count == 1 ? kinds.Single() : Shared;
        return _writers.TryGetValue(file, out var writer) ? writer : _writers[file] = new();
    }
}
