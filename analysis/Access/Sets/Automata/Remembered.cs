using System.Collections.Concurrent;

namespace MeshStack.Analysis.Access;

/// <summary>Results that are likely to be asked for again, up to a limit.</summary>
internal sealed class Remembered<T>
    where T : class
{
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<(SetOperation Operation, T Left, T Right), T> _results = new();

    // The dictionary's own count takes all of its locks.
    private int _count;

    public T Of(SetOperation operation, T left, T right, Func<SetOperation, T, T, T> work)
    {
        var key = (operation, left, right);
        if (_results.TryGetValue(key, out var result))
        {
            return result;
        }

        if (Interlocked.Increment(ref _count) > Most)
        {
            _results.Clear();
            _count = 0;
        }

        return _results[key] = work(operation, left, right);
    }
}
