namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>What is done where it is asked which cluster or service something is: a rename, a move, or the same one.</summary>
internal sealed partial class Operator
{
    private void RenameInPlaceOfRemoving(Advice advice)
    {
        walker.Note("renamed in place of removed");
        walker.Wish = advice.Wish with
        {
            Definition = advice.Wish.Definition with { RenamedFrom = advice.Of("name") },
            RemovedClusters = [],
        };
    }

    private void RenameFirst(Advice advice)
    {
        var wish = advice.Wish;
        if (advice.Of("now").StartsWith("cluster", StringComparison.Ordinal))
        {
            walker.Note("renamed in place of removed");
            walker.Wish = wish with { Definition = wish.Definition with { RenamedFrom = advice.Of("from") } };
            return;
        }

        walker.Note("renamed a service first");
        var services = advice.Of("now") == "productpage" ? ServiceWish.RenamedBack : ServiceWish.Renamed;
        ReachFirst(wish.Definition with { Services = services }, advice, advice.Patience / 2);
    }

    private void RenameThenMove(Advice advice)
    {
        walker.Note("renamed, then moved");
        var wish = advice.Wish;
        Reach(wish with { Context = advice.Of("context"), Identifier = advice.Of("id") }, advice.Patience / 2);
        walker.Wish = walker.Wish with { Context = wish.Context, Identifier = wish.Identifier };
    }

    private void EndRename(Advice advice)
    {
        if (walker.Gone.Count > 0)
        {
            BringBack();
            return;
        }

        walker.Note("ended the rename first");
        Reconnect();
        var (from, applied) = (advice.Of("from"), walker.Applied ?? throw new InvalidOperationException(advice.Line));
        var definition = applied.Definition with { Second = from == "clusterb" ? "cluster02" : "clusterb", RenamedFrom = from };
        Reach(applied with { Context = advice.Wish.Context, Definition = definition }, advice.Patience / 2);
        walker.Wish = advice.Wish;
    }

    private void EndMove(Advice advice)
    {
        walker.Note("ended the move first");
        Reconnect();
        Reach(advice.Wish with { Context = advice.Of("context") }, advice.Patience / 2);
        walker.Wish = walker.Wish with { Context = advice.Wish.Context };
    }

    private void KeepNamespacesThenMove(Advice advice)
    {
        walker.Note("as it was first, then moved");
        Reconnect();
        var wish = advice.Wish;
        Reach(
            wish with
            {
                Context = advice.Of("context"),
                Identifier = null,
                Definition = wish.Definition with { Namespace = NamespaceWish.Present },
            },
            advice.Patience / 2
        );
        walker.Wish = walker.Wish with { Context = wish.Context, Identifier = wish.Identifier, Definition = wish.Definition };
    }

    private void Identify(Advice advice)
    {
        var (line, wish) = (advice.Line, advice.Wish);
        var isSame = walker.AuthorityOf(line) == walker.World.AuthorityOf(wish.Context);
        walker.Note(isSame ? "the same cluster" : "another cluster");
        walker.Wish =
            isSame || line.Contains("keeps it", StringComparison.Ordinal)
                ? wish with
                {
                    Identifier = Was().Match(line).Groups["id"].Value,
                }
                : Moved(wish, line.Contains("lead to the old one again", StringComparison.Ordinal) ? walker.AuthorityOf(line) : null);
    }

    private Wish Moved(Wish wish, string? old)
    {
        // Both have to be reachable.
        Reconnect();
        return walker.Moved(wish, old);
    }
}
