namespace MeshStack.Analysis.Concurrency;

/// <summary>Independent work, spread over the cores of the machine where there is enough of it.</summary>
internal static class Cores
{
    // Fewer objects are done on one core before another has begun.
    private const int ObjectsWorthSpreading = 300;

    /// <summary>The results in the order of the items.</summary>
    /// <param name="items">What is worked on.</param>
    /// <param name="objects">How many objects that is in all.</param>
    /// <param name="work">What is done with one.</param>
    public static IReadOnlyList<TResult> Each<T, TResult>(IReadOnlyCollection<T> items, int objects, Func<T, TResult> work) =>
        objects < ObjectsWorthSpreading ? [.. items.Select(work)] : [.. items.AsParallel().AsOrdered().Select(work)];
}
