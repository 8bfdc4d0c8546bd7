using Xunit.Sdk;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>One walk: the same number is the same walk.</summary>
internal sealed partial class RandomWalk
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
            if (_walker.Stack.State is null && _random.Next(6) == 0)
            {
                BeginBadly();
            }

            for (var step = 0; step < Steps; step++)
            {
                Step();
                _operator.ReadAboutDeletes();
                _operator.ReadAboutMoves();
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

    /// <summary>The definition changes before anything was up.</summary>
    private void BeginBadly()
    {
        var at = _walker.World.Calls.Count + _random.Next(60);
        var fault = (Fault)_random.Next(1, 7);
        _walker.World.Faults = call => call.Number == at ? fault : Fault.None;
        _walker.Note("all");
        _walker.Up();
        _walker.World.Faults = null;
        _walker.Stack.Cancel();
        Phase();
        Up();
        _operator.ReadAboutDeletes();
    }

    private void Step()
    {
        switch (_random.Next(20))
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
            case 6:
                Die();
                return;
            case 7:
                Topology();
                break;
            case 8:
            case 9:
                Move();
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

        // Both clusters have to be reachable, which is said; all else may go wrong.
        var isMove = _walker.Notices().Any(n => n.Message.StartsWith("moves from", StringComparison.Ordinal));
        if (isMove)
        {
            _operator.Reconnect();
        }

        _walker.World.Faults = Faults();
        if (isMove && _random.Next(4) == 0)
        {
            // The whole of the cluster, or all: what is left in the hands of a provider that is replaced makes a state that is refused.
            options = options with
            {
                Target = [$"**{_walker.Wish.Definition.Second}**"],
                TargetDependents = true,
            };
        }
        else if (_walker.Applied is not null && !isMove)
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
        var result = _walker.Up(options);
        _walker.World.Faults = null;
        if (isMove && result.ExitCode != 0 && result.Steps.Any(s => s.Op == StepOp.Replace))
        {
            _walker.Note("a move was cut");
        }
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
}
