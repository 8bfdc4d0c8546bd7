using System.Text.RegularExpressions;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>What is printed of an update that did not go through, and what somebody who reads it does.</summary>
internal sealed partial class Operator
{
    /// <summary>What is looked for in a line, and what is done then; the first one counts.</summary>
    private (Regex Text, Action<Advice> Follow)[] Followed =>
        [
            (Removed(), Leave),
            (SameContext(), RenameInPlaceOfRemoving),
            (RenamedService(), RenameFirst),
            (RenamedAndMoved(), RenameThenMove),
            (MoveNotEnded(), EndMove),
            (MovedWithAll(), KeepNamespacesThenMove),
            (RenameNotEnded(), EndRename),
            (RunFirst(), GoBack),
            (SafeNext(), GoBy),
            (SkippedVersion(), UpgradeInBetween),
            (TrustDomain(), KeepTrustDomain),
            (Identifier(), Identify),
            (Exists(), Adopt),
            (ProtectedRoot(), TakeStepAsAWhole),
            (HelmError(), advice => MendRelease(advice.Of("release"))),
            (Unreachable(), _ => BringBack()),
        ];

    /// <summary>Does what the first line names that names anything.</summary>
    private void Heed(UpdateResult result, int patience)
    {
        var named =
            from error in result.Errors
            from line in error.Split('\n')
            from followed in Followed
            let match = followed.Text.Match(line.Trim())
            where match.Success
            select (followed.Follow, Advice: new Advice(line.Trim(), match, walker.Wish, patience));
        var first = named.FirstOrDefault();
        Assert.True(first.Follow is not null, $"nothing is named that could be done: {result}");
        first.Follow(first.Advice);
    }

    private void Leave(Advice advice)
    {
        var (wish, name) = (advice.Wish, advice.Of("name"));
        if (advice.Line.Contains("renamedFrom: ", StringComparison.Ordinal) && random.Next(2) == 0)
        {
            walker.Note("renamed after all");
            walker.Wish = wish with { Definition = wish.Definition with { RenamedFrom = name } };
        }
        else if (advice.Of("what") == "clusters")
        {
            walker.Note("removed a cluster");
            walker.Wish = wish with { RemovedClusters = wish.RemovedClusters.Add(name) };
        }
        else
        {
            walker.Note("removed a namespace");
            walker.Wish = wish with { RemovedNamespaces = wish.RemovedNamespaces.Add(name) };
        }
    }

    private void GoBack(Advice advice)
    {
        if (walker.Gone.Count > 0 && advice.Line.Contains("gone for good", StringComparison.Ordinal))
        {
            BringBack();
            return;
        }

        walker.Note("as it was first");
        if (advice.Line.Contains("is reachable", StringComparison.Ordinal))
        {
            Reconnect();
        }

        var (line, wish) = (advice.Line, advice.Wish);
        if (line.Contains("without existing and without deleteWithMesh", StringComparison.Ordinal))
        {
            ReachFirst(wish.Definition with { Namespace = NamespaceWish.Present }, advice, advice.Patience / 2);
            return;
        }

        Reach(
            Named(walker.Applied ?? throw new InvalidOperationException(line), line.Split(':')[0]) with
            {
                Context = OldContext(line) ?? wish.Context,
            },
            advice.Patience / 2
        );
        walker.Wish = wish;
    }

    /// <summary>The same with the second cluster under the name that it has meanwhile, where an update renamed it in part.</summary>
    private static Wish Named(Wish applied, string cluster) =>
        cluster is "cluster02" or "clusterb" && applied.Definition.Second is { } other && other != cluster
            ? applied with
            {
                Definition = applied.Definition with { Second = cluster, RenamedFrom = other },
            }
            : applied;

    private void GoBy(Advice advice)
    {
        // docs/operations.md: a cluster that was down is brought up first, with the phase that the others have.
        if (advice.Line.StartsWith("trust: in ", StringComparison.Ordinal))
        {
            Reconnect();
        }

        // A rotation that leads back is none of the definitions here: the root stays that signs.
        var (states, wish) = (advice.Of("phase").Split(" or "), advice.Wish);
        if (states[0].Contains("from root generation 2", StringComparison.Ordinal))
        {
            walker.Note("the root that signs stays");
            walker.Wish = wish with { Definition = wish.Definition with { Phase = 4 } };
            return;
        }

        // The one that is nearest to where it is to go.
        var next = states.Select(PhaseOf).OrderBy(p => Math.Abs(p - wish.Definition.Phase)).First();
        walker.Note($"safe next: {DefinitionWish.Phases[next]}");
        ReachFirst(wish.Definition with { Phase = next }, advice, advice.Patience - 1);
    }

    private static int PhaseOf(string state) =>
        !state.StartsWith("steady", StringComparison.Ordinal) ? Array.IndexOf(DefinitionWish.Phases, state.Split(' ')[0])
        : state.Contains("generation 2", StringComparison.Ordinal) ? 4
        : 0;

    private void UpgradeInBetween(Advice advice)
    {
        walker.Note("version between");
        var (wish, minor) = (advice.Wish, advice.Of("minor"));
        var version = DefinitionWish.Versions.First(v => v.StartsWith(minor, StringComparison.Ordinal));
        Reach(wish with { Definition = wish.Definition with { Version = version } }, advice.Patience / 2);
        walker.Wish = wish;
    }

    private void KeepTrustDomain(Advice advice)
    {
        walker.Note("trust domain");
        var (definition, name) = (advice.Wish.Definition, advice.Of("domain"));
        walker.Wish = advice.Wish with
        {
            Definition = name == "cluster.local" ? definition with { TrustDomain = name } : definition.Aliasing(name),
        };
    }

    private void Adopt(Advice advice)
    {
        walker.Note("adopt");
        walker.Wish = advice.Wish with { Adopts = true };
    }

    /// <summary>A step that only a target has taken leaves the roots as they were, so that the whole stack takes it first. After the last
    /// one the old root goes by the command that is printed.</summary>
    private void TakeStepAsAWhole(Advice advice)
    {
        var wish = advice.Wish;
        if (wish.Definition.Phase == 4 && advice.Line.Contains("trust-root-1", StringComparison.Ordinal))
        {
            walker.Note("let the old root go");
            walker.Stack.Unprotect(Unprotected().Match(advice.Line).Groups["urn"].Value);
            return;
        }

        walker.Note("the whole step first");
        ReachFirst(wish.Definition with { Phase = 1 }, advice, advice.Patience / 2);
    }

    /// <summary>Clusters that answer again, and as docs/operations.md says it those that are gone for good, once all others do.</summary>
    private void BringBack()
    {
        Reconnect();
        if (walker.Gone.Count > 0)
        {
            walker.Note("forgot a cluster");
            walker.World.DeleteUnreachable = true;
            walker.Refresh();
        }
    }

    private static string? OldContext(string line) => FromContext().Match(line) is { Success: true } m ? m.Groups["context"].Value : null;
}
