using System.Text.RegularExpressions;
using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>Stacks that the version of before left behind, with somebody's workload in every namespace.</summary>
internal static class StackOfBefore
{
    private static readonly string[] Clusters = ["cluster01", "cluster02"];
    private static readonly string[] Namespaces = ["default", "namespace01", "namespace02", "istio-system", "istio-ingress"];

    /// <summary>A stack that was last updated by the version of before.</summary>
    public static LifecycleStack Load(string name = StackVariant.Dev)
    {
        var stack = StackVariant.Create(name);
        var result = stack.Engine.Up(FrozenStack.Load(name));
        Assert.True(result.ExitCode == 0, result.ToString());
        stack.AddWorkloads();
        return stack;
    }

    /// <summary>The same after one update by the program of today.</summary>
    public static LifecycleStack Updated(string name = StackVariant.Dev)
    {
        var stack = Load(name);
        stack.Succeed();
        stack.ForgetEvents();
        return stack;
    }

    /// <summary>Puts a workload into every namespace that has none.</summary>
    public static void AddWorkloads(this LifecycleStack stack)
    {
        foreach (var cluster in Clusters.Select(name => stack.World[name]))
        {
            foreach (var ns in Namespaces.Where(n => cluster.Has("Namespace", null, n) && !cluster.Has("Deployment", n, "of-a-user")))
            {
                cluster.Add("Deployment", ns, "of-a-user");
            }
        }

        stack.ForgetEvents();
    }

    /// <summary>Every namespace of a cluster, and whether the workload in it is still there.</summary>
    public static IReadOnlyDictionary<string, bool> Kept(this LifecycleStack stack, string cluster) =>
        Namespaces
            .Where(n => stack.World[cluster].Has("Namespace", null, n))
            .ToImmutableSortedDictionary(n => n, n => stack.World[cluster].Has("Deployment", n, "of-a-user"), StringComparer.Ordinal);

    /// <summary>Fails where a workload of somebody is gone from a namespace that it was in.</summary>
    public static void AssertNothingOfUsersIsGone(this LifecycleStack stack) =>
        Assert.DoesNotContain(
            stack.World.Clusters.Values.SelectMany(c => c.Events),
            e => e.Verb is "Deleted" or "Cascaded" && (e.Object.Kind == "Namespace" || e.Object.Name == "of-a-user")
        );

    public static void ForgetEvents(this LifecycleStack stack)
    {
        foreach (var cluster in stack.World.Clusters.Values)
        {
            cluster.Events.Clear();
        }
    }

    /// <summary>An update that goes through.</summary>
    public static UpdateResult Succeed(this LifecycleStack stack, UpdateOptions? options = null)
    {
        var result = stack.Up(options);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Null(stack.State.IntegrityError());
        return result;
    }

    /// <summary>What is said of an update that is refused, with a preview and without one; nothing is called for it.</summary>
    public static IReadOnlyList<string> Refused(this LifecycleStack stack)
    {
        var calls = stack.World.Calls.Count;
        var results = new[] { stack.Up(), stack.Up(new() { SkipPreview = true }) };
        Assert.Equal(calls, stack.World.Calls.Count);
        var said = results.Select(r => Assert.Single(r.Errors)).Distinct(StringComparer.Ordinal);
        var lines = Assert.Single(said).Split('\n');
        Assert.All(results, r => Assert.Equal(1, r.ExitCode));
        Assert.Equal(("This change would break what is running:", "Nothing was changed."), (lines[0], lines[^1]));
        return [.. lines[1..^1].Select(l => l.Trim())];
    }

    /// <summary>What <c>meshstack preview --deployed</c> says, without what is refused.</summary>
    public static IReadOnlyList<string> Said(this LifecycleStack stack) =>
        [.. stack.Notices().Where(n => n.Kind != Preview.Transitions.TransitionKind.Refused).Select(n => n.ToString())];

    /// <summary>Changes the configuration of the stack.</summary>
    public static void Replace(this LifecycleStack stack, string text, string other) =>
        stack.Configure(t => t.Replace(text, other, StringComparison.Ordinal));

    /// <summary>Goes to another phase of a rotation.</summary>
    public static void To(this LifecycleStack stack, string phase) =>
        stack.EditAll(t => Regex.Replace(t, "(rotation: .*)phase: [a-z]+", "$1phase: " + phase));

    /// <summary>Says what may leave.</summary>
    public static void Remove(this LifecycleStack stack, string what) =>
        stack.Replace("  meshstack:clusters:\n", $"  meshstack:removed: {{{what}}}\n  meshstack:clusters:\n");

    /// <summary>Takes the lock off, and lets nothing else go wrong.</summary>
    public static void EndFaults(this LifecycleStack stack)
    {
        stack.World.Faults = null;
        stack.Engine.Cancel();
    }
}
