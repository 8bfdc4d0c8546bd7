using Xunit.Sdk;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>One walk: the same number is the same walk.</summary>
internal sealed class RandomWalk
{
    private const int Steps = 4;

    private static readonly string[] Topologies = ["dev", "dev", "multi-primary", "primary-remote"];

    private readonly Random _random;
    private readonly Walker _walker;
    private readonly Operator _operator;
    private readonly Action[] _theme;

    public RandomWalk(int seed, Action<string> count)
    {
        _random = new Random(seed);
        var topology = Topologies[_random.Next(Topologies.Length)];
        _walker = new(topology, _random.Next(2) == 0, count);
        _operator = new(_walker, _random);

        // Of what can change in a definition only some in each walk, so that most of the definitions are asked for several times.
        Action[] all = topology == "dev" ? [Services, Namespace, Second, Phase, Version, MeshId] : [Second, Phase, Version];
        _theme = [.. _random.GetItems(all, 2)];
    }

    /// <summary>What went wrong, and all that led there; null where nothing did.</summary>
    public string? Run()
    {
        try
        {
            for (var step = 0; step < Steps; step++)
            {
                Step();
                _operator.ReadAboutDeletes();
                if (_random.Next(3) > 0)
                {
                    _operator.Finish();
                }
            }

            _operator.Finish();
            return null;
        }
        catch (XunitException e)
        {
            return $"{e.Message}\n{_walker.Log}";
        }
    }

    private void Step()
    {
        switch (_random.Next(16))
        {
            case 0:
                Destroy();
                return;
            case 1:
                _walker.Note("refresh");
                _walker.Stack.Cancel();
                _walker.Refresh(new() { ClearPendingCreates = _random.Next(2) == 0 });
                return;
            case 2:
                Lose();
                break;
            case 3:
                Elsewhere();
                return;
            case 4:
                AnotherContext();
                break;
            case 5:
                Skip();
                break;
            default:
                _theme[_random.Next(_theme.Length)]();
                break;
        }

        Up();
    }

    private void Up()
    {
        if (_walker.Stack.IsLocked)
        {
            _walker.Stack.Cancel();
        }

        var options = new UpdateOptions { SkipPreview = _random.Next(2) == 0 };

        // The engine does not know the rest of a move that was cut: docs/operations.md.
        var isMove = _walker.Notices().Any(n => n.Message.StartsWith("moves from", StringComparison.Ordinal));
        if (isMove)
        {
            _operator.Reconnect();
        }

        _walker.World.Faults = isMove ? null : Faults();
        if (_walker.Applied is not null && !isMove)
        {
            options = _random.Next(8) switch
            {
                0 => options with { Exclude = [$"**{_walker.Wish.Definition.Second ?? "cluster02"}**"] },
                1 => options with { Target = ["**cluster01**"], TargetDependents = true },
                _ => options,
            };
        }

        _walker.Note(
            options.Exclude.Length > 0 ? "exclude"
            : options.Target.Length > 0 ? "target"
            : "all"
        );
        _walker.Up(options);
        _walker.World.Faults = null;
    }

    private Func<ProviderCall, Fault>? Faults()
    {
        if (_random.Next(5) < 3)
        {
            return null;
        }

        var (at, fault) = (_walker.World.Calls.Count + _random.Next(_random.Next(2) == 0 ? 8 : 60), (Fault)_random.Next(1, 7));
        return call => call.Number == at ? fault : Fault.None;
    }

    private void Services() => Change("services", d => d with { Services = (ServiceWish)_random.Next(5) });

    private void Namespace() => Change("namespace", d => d with { Namespace = (NamespaceWish)_random.Next(4) });

    private void Phase()
    {
        // What the first update was to make is not known before it has ended.
        if (_walker.Applied is not null)
        {
            Change("phase", d => d with { Phase = _random.Next(2) == 0 ? Math.Min(4, d.Phase + 1) : _random.Next(5) });
        }
    }

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

    private void Skip()
    {
        _walker.Note("skips");
        _walker.Wish = _walker.Wish with { Skips = !_walker.Wish.Skips };
    }

    private void AnotherContext()
    {
        // The same cluster under another name, or another one.
        _walker.Note("another context");
        if (_random.Next(2) == 0)
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
