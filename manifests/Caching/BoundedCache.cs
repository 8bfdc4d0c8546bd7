using System.Collections.Concurrent;

namespace MeshStack.Manifests;

/// <summary>What was made of keys that are likely to come again, up to a limit.</summary>
internal sealed class BoundedCache<TKey, T>
    where TKey : notnull
{
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<TKey, T> _made = new();

    // The dictionary's own count takes all of its locks.
    private int _count;

    public T Of(TKey key, Func<TKey, T> make)
    {
        if (_made.TryGetValue(key, out var known))
        {
            return known;
        }

        if (Interlocked.Increment(ref _count) > Most)
        {
            _made.Clear();
            _count = 0;
        }

        return _made[key] = make(key);
    }
}
