using System.Collections.Concurrent;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>Whatever is done to a stack: nothing of anybody's is lost, clusters go on accepting each other, and what is printed leads
/// on.</summary>
public sealed class LifecyclePropertyTests
{
    /// <summary>What a thousand walks are made of, and how often each has to be among them at least.</summary>
    private static readonly Dictionary<string, int> Ingredients = new(StringComparer.Ordinal)
    {
        ["up done"] = 4000,
        ["up refused"] = 1500,
        ["up failed"] = 500,
        ["up killed"] = 150,
        ["up interrupted"] = 40,
        ["destroy done"] = 60,
        ["destroy killed"] = 10,
        ["refresh done"] = 150,
        ["of before"] = 400,
        ["target"] = 200,
        ["exclude"] = 200,
        ["cluster in"] = 25,
        ["cluster out"] = 100,
        ["cluster renamed"] = 120,
        ["cluster renamed without a word"] = 80,
        ["mesh id"] = 120,
        ["namespace"] = 120,
        ["services"] = 120,
        ["phase"] = 300,
        ["version"] = 300,
        ["skips"] = 150,
        ["lost"] = 150,
        ["restored"] = 120,
        ["another context"] = 120,
        ["elsewhere"] = 60,
        ["pointed back"] = 30,
        ["the same cluster"] = 70,
        ["another cluster"] = 70,
        ["safe next"] = 120,
        ["version between"] = 25,
        ["as it was first"] = 60,
        ["removed a cluster"] = 80,
        ["removed a namespace"] = 15,
        ["renamed after all"] = 30,
        ["renamed in place of removed"] = 20,
        ["adopt"] = 120,
        ["helm rollback"] = 10,
        ["helm uninstall"] = 2,
        ["refreshed after a delete"] = 10,
        ["trust domain"] = 50,
        ["phase before the first has ended"] = 40,
        ["refused before the first has ended"] = 45,
        ["a move was cut"] = 30,
        ["moved the rest"] = 25,
        ["dead for good"] = 80,
        ["forgot a cluster"] = 80,
        ["topology"] = 40,
    };

    [Fact]
    public void EveryWayLeadsOn()
    {
        var counts = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var failures = new ConcurrentDictionary<int, string>();
        var next = -1;

        // Threads of their own: those of the pool are what the programs run on.
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Walk)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.True(
            failures.IsEmpty,
            string.Join(
                "\n\n",
                failures.OrderBy(f => f.Value.Length).Take(Examined.IsWhole ? 3 : int.MaxValue).Select(f => $"walk {f.Key}: {f.Value}")
            )
        );
        Assert.Equal(
            [],
            Ingredients
                .Where(i => Examined.IsWhole && counts.GetValueOrDefault(i.Key) < i.Value)
                .Select(i => $"{i.Key}: {counts.GetValueOrDefault(i.Key)}")
        );

        void Walk()
        {
            while (Interlocked.Increment(ref next) is var at && at < Examined.Walks.Count && failures.Count < 20)
            {
                var seed = Examined.Walks[at];
                if (new RandomWalk(seed, what => counts.AddOrUpdate(what, 1, (_, n) => n + 1)).Run() is { } failure)
                {
                    failures[seed] = failure;
                }
            }
        }
    }
}
