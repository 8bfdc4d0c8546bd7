using MeshStack.Preview.Transitions;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>Somebody who reads what is printed, and does what it names, until an update goes through.</summary>
internal sealed partial class Operator(Walker walker, Random random)
{
    private const int Patience = 14;

    /// <summary>Gets the definition as it is now up.</summary>
    public void Finish()
    {
        walker.World.Faults = null;
        Reach(walker.Wish, Patience);

        // What was for one update only goes, and then nothing is left to do.
        if (walker.Wish.Adopts)
        {
            Reach((walker.Wish with { Adopts = false }).Valid(), Patience);
        }

        var last = walker.Preview(new() { ExpectNoChanges = true });
        Assert.True(last.ExitCode == 0, $"not everything is done: {last}");
    }

    private void Reach(Wish wish, int patience)
    {
        walker.Wish = wish;
        for (var tries = 0; tries < patience; tries++)
        {
            walker.Stack.Cancel();
            Move();
            MendCuts();

            var result = walker.Up(random.Next(2) == 0 ? null : new() { SkipPreview = true });
            if (result.ExitCode == 0)
            {
                return;
            }

            Heed(result, patience);
        }

        Assert.Fail("what is named does not lead to the end");
    }

    /// <summary>Gets another definition up first, and wants the same as before then.</summary>
    private void ReachFirst(DefinitionWish other, Advice advice, int patience)
    {
        Reach(advice.Wish with { Definition = other }, patience);
        walker.Wish = walker.Wish with { Definition = advice.Wish.Definition };
    }

    /// <summary>Reads what is said of an update that was killed, before anything else is done.</summary>
    public void ReadAboutDeletes()
    {
        if (walker.Notices().Any(n => n.Message.Contains("pulumi refresh", StringComparison.Ordinal)))
        {
            walker.Note("refreshed after a delete");
            walker.World.Faults = null;
            walker.Stack.Cancel();
            Reconnect();
            walker.Refresh();
        }
    }

    /// <summary>Reads what is said of a move that was cut, before the engine takes the rest for moved.</summary>
    public void ReadAboutMoves()
    {
        if (walker.Notices().Any(IsCutMove))
        {
            walker.World.Faults = null;
            walker.Stack.Cancel();
            Move();
        }
    }

    private static bool IsCutMove(TransitionNotice notice) =>
        notice.Message.StartsWith("a move to another cluster was cut", StringComparison.Ordinal);

    private void Move()
    {
        for (var tries = 0; tries < Patience && walker.Notices().FirstOrDefault(IsCutMove) is { } cut; tries++)
        {
            walker.Note("moved the rest");
            Reconnect();
            MendCuts();

            var result = walker.Up(new() { Replace = [.. Replaced().Matches(cut.Message).Select(m => m.Groups["urn"].Value)] });
            if (result.ExitCode != 0)
            {
                Heed(result, Patience / 2);
            }
        }
    }

    /// <summary>Brings clusters back that were down.</summary>
    public void Reconnect()
    {
        foreach (var cluster in walker.World.Clusters.Values.Where(c => !c.IsReachable && !walker.Gone.Contains(c.Name)))
        {
            walker.Note("restored: " + cluster.Name);
            cluster.IsReachable = true;
        }
    }
}
