using System.Globalization;

namespace MeshStack.Offline.Runs;

/// <summary>Waits for a run as long as it gets on.</summary>
internal sealed class ProgressWatch(Registry registry, TimeSpan limit)
{
    private const int LooksPerLimit = 4;
    private const int LongestList = 20;

    /// <summary>True if the run ended, false if nothing happened for the whole limit.</summary>
    public async Task<bool> WaitAsync(Task run)
    {
        using var ended = new CancellationTokenSource();
        for (var (idle, steps) = (0, registry.Steps); idle < LooksPerLimit; )
        {
            if (await Task.WhenAny(run, Task.Delay(limit / LooksPerLimit, ended.Token)).ConfigureAwait(false) == run)
            {
                await ended.CancelAsync().ConfigureAwait(false);
                return true;
            }

            var now = registry.Steps;
            idle = now == steps ? idle + 1 : 0;
            steps = now;
        }

        return false;
    }

    /// <summary>What the run is waiting for.</summary>
    public string Describe(bool isProgramRunning)
    {
        var pending = registry.All.Where(registration => registration.Inputs is null).ToArray();
        var lines = pending.Take(LongestList).Select(registration => "\n  " + Describe(registration));
        var more =
            pending.Length > LongestList ? string.Create(CultureInfo.InvariantCulture, $"\n  and {pending.Length - LongestList} more") : "";
        var what =
            pending.Length > 0 ? "resources that are still waiting:" + string.Concat(lines) + more
            : isProgramRunning ? "the program itself is still waiting"
            : "every resource was registered, but a value is still being waited for";
        return string.Create(CultureInfo.InvariantCulture, $"the run did not get on for {limit.TotalSeconds} s; {what}");
    }

    private string Describe(Registration registration)
    {
        var dependencies = registration.CurrentDependencies().ToHashSet<object>(ReferenceEqualityComparer.Instance);
        for (var parent = registration.Parent; parent is not null; parent = parent.Parent)
        {
            if (dependencies.Any(dependency => registry.Find((Pulumi.Resource)dependency) == parent))
            {
                return $"{registration.Id} depends on its own parent '{parent.Id.Name}', which waits for all its children";
            }
        }

        return registration.Id.ToString();
    }
}
