using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>What is changed on the way, and what happens to clusters.</summary>
internal sealed partial class RandomWalk
{
    private void Services() => Change("services", d => d with { Services = (ServiceWish)_random.Next(5) });

    private void Namespace() => Change("namespace", d => d with { Namespace = (NamespaceWish)_random.Next(4) });

    private void Phase() =>
        Change(
            _walker.HasEnded || _walker.Stack.State is null ? "phase" : "phase before the first has ended",
            d => d with { Phase = _random.Next(2) == 0 ? Math.Min(4, d.Phase + 1) : _random.Next(5) }
        );

    private void Version() => Change("version", d => d with { Version = DefinitionWish.Versions[_random.Next(3)] });

    private void MeshId() => Change("mesh id", d => d with { MeshId = d.MeshId == "dev" ? "dev2" : "dev" });

    private void Second()
    {
        // As with phases.
        if (_walker.Applied is null)
        {
            return;
        }

        var other = _walker.Wish.Definition.Second == "clusterb" ? "cluster02" : "clusterb";
        switch (_random.Next(3))
        {
            case 0 when _walker.Wish.Definition.Second is not null:
                Change("cluster out", d => d with { Second = null, RenamedFrom = null });
                break;
            case 0 or 1 when _walker.Wish.Definition.Second is null:
                Change("cluster in", d => d with { Second = "cluster02", RenamedFrom = null });
                break;
            case 1:
                Change("cluster renamed without a word", d => d with { Second = other, RenamedFrom = null });
                break;
            default:
                Change("cluster renamed", d => d with { RenamedFrom = d.Second, Second = other });
                break;
        }
    }

    private void Change(string what, Func<DefinitionWish, DefinitionWish> change)
    {
        _walker.Note(what);
        _walker.Wish = _walker.Wish with { Definition = change(_walker.Wish.Definition) };
    }

    private void Lose()
    {
        var name = _random.Next(3) == 0 ? "cluster01" : _walker.World.Contexts[_walker.Wish.Context].Cluster;
        _walker.Note("lost: " + name);
        _walker.World[name].IsReachable = false;
    }

    /// <summary>The second cluster is gone for good, and leaves the definition.</summary>
    private void Die()
    {
        if (_walker.Applied is null)
        {
            return;
        }

        _operator.Finish();
        if (_walker.Wish.Definition.Second is null)
        {
            return;
        }

        var name = _walker.World.Contexts[_walker.Wish.Context].Cluster;
        _walker.World[name].IsReachable = false;
        _walker.Gone.Add(name);
        Change("dead for good", d => d with { Second = null, RenamedFrom = null });
        Up();
        _operator.Finish();

        // Another one is made in its place, under every name that led there.
        var anew = FormattableString.Invariant($"made-anew-{_walker.Gone.Count}");
        foreach (var context in _walker.World.Contexts.Where(c => c.Value.Cluster == name).Select(c => c.Key).ToList())
        {
            _walker.World.PointContext(context, anew);
        }

        _walker.Gone.Clear();
        _walker.World.DeleteUnreachable = false;
    }

    /// <summary>Clusters that were apart find each other's services from now on.</summary>
    private void Topology()
    {
        var d = _walker.Wish.Definition;
        if (d is { Topology: StackVariant.Dev, Services: ServiceWish.All, Namespace: NamespaceWish.Present, Second: not null })
        {
            Change("topology", w => w with { Topology = "multi-primary" });
        }
    }

    /// <summary>Another cluster from now on, as docs/operations.md says it.</summary>
    private void Move()
    {
        var (wish, world) = (_walker.Wish, _walker.World);
        var other = new[] { "fra-admin", "elsewhere" }.FirstOrDefault(c =>
            world.Contexts[c].Cluster != world.Contexts[wish.Context].Cluster
        );
        if (_walker.IsOfToday && wish.Definition.Second is not null && other is not null)
        {
            _walker.Note("move");
            _walker.Wish = _walker.Moved(wish with { Context = other }, old: null);
        }
    }

    private void Skip()
    {
        _walker.Note("skips");
        _walker.Wish = _walker.Wish with { Skips = !_walker.Wish.Skips };
    }

    private void AnotherContext()
    {
        // The same cluster under another name, or another one.
        _walker.Note("another context");
        if (_random.Next(2) == 0 && !_walker.IsInUse("vpn"))
        {
            _walker.World.PointContext("vpn", _walker.World.Contexts[_walker.Wish.Context].Cluster);
            _walker.Wish = _walker.Wish with { Context = "vpn" };
        }
        else
        {
            _walker.Wish = _walker.Wish with { Context = "fra-admin" };
        }
    }

    private void Elsewhere()
    {
        // Without a word from the last update nobody can see it, nor where the definition says which cluster it is.
        var context = _walker.Wish.Context;
        if (
            _walker.Wish.Identifier is not null
            || _walker.AuthorityOfSecond is not { } known
            || known != _walker.World.AuthorityOf(context)
        )
        {
            return;
        }

        _walker.Note("elsewhere");
        _walker.World.PointContext(context, known == "elsewhere" ? "cluster02" : "elsewhere");
        _walker.Up();
        if (_random.Next(2) == 0)
        {
            _walker.Note("pointed back");
            _walker.World.PointContext(context, known);
        }

        _operator.Finish();
    }

    private void Destroy()
    {
        // Namespaces of before go with a stack that was never updated: the program has no say in it.
        if (_walker.Stack.State is null or { Resources.Length: 0 } || !_walker.IsOfToday)
        {
            return;
        }

        _walker.Stack.Cancel();
        _walker.World.Faults = Faults();
        switch (_random.Next(4))
        {
            case 0:
                _walker.Note("destroy");
                _walker.Destroy(new() { SkipPreview = _random.Next(2) == 0 });
                break;
            case 1:
                _walker.Note("destroy all");
                _walker.Unprotect();
                _walker.Destroy(new());
                break;
            default:
                _walker.Note("destroy but for the root");
                _walker.Destroy(new() { ExcludeProtected = true });
                break;
        }

        _walker.World.Faults = null;
    }
}
