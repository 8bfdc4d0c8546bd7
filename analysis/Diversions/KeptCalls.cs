using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Diversions;

/// <summary>Whether Sidecars leave the calls of their namespaces as they are: what closes something else as well is no advice.</summary>
internal sealed class KeptCalls
{
    private readonly Snapshot _snapshot;
    private readonly AccessMatrix _before;
    private readonly AccessMatrix _after;
    private readonly ILookup<CalledName, AskedQuestion> _asked;
    private readonly ILookup<CalledName, AskedQuestion> _askedThen;
    private readonly ILookup<(string Host, int Port), AccessCell> _cells;
    private readonly ILookup<(AccessCaller Caller, AccessTarget Target, string Host, int Port, string? Gateway), AccessCell> _cellsThen;

    /// <param name="before">The matrix without them.</param>
    /// <param name="after">The snapshot with them.</param>
    /// <param name="sidecars">The Sidecars.</param>
    public KeptCalls(AccessMatrix before, Snapshot after, IEnumerable<NarrowSidecar> sidecars)
    {
        var names = sidecars.SelectMany(sidecar => sidecar.Called).ToHashSet();
        (_snapshot, _before) = (after, before);
        _after = AccessMatrix.OfNames(after, asked => names.Contains(CalledName.From(asked)));
        _asked = before.Questions.Where(question => !question.Asked.IsOfPods).ToLookup(question => CalledName.From(question.Asked));
        _askedThen = _after.Questions.ToLookup(question => CalledName.From(question.Asked));
        _cells = before.Cells.Where(cell => !cell.Caller.IsOutside).ToLookup(cell => (cell.Host, cell.HostPort));
        _cellsThen = _after.Cells.ToLookup(cell => KeyOf(cell, cell.Caller));
    }

    /// <summary>True where a Sidecar leaves every call of its namespace's workloads.</summary>
    public bool By(NarrowSidecar sidecar)
    {
        try
        {
            return sidecar.Called.All(name => GoesAsBefore(sidecar, name))
                && sidecar
                    .Called.Select(name => (name.Host, name.Port))
                    .Distinct()
                    .SelectMany(name => _cells[name])
                    .All(cell => Is(sidecar, cell));
        }
        catch (SetLimitException)
        {
            return false;
        }
    }

    private bool GoesAsBefore(NarrowSidecar sidecar, CalledName name)
    {
        var then = _askedThen[name].Select(question => (Question: question, Callers: Of(sidecar, question.Callers()))).ToArray();
        foreach (var question in _asked[name])
        {
            var callers = Of(sidecar, question.Callers());
            if (callers.Count == 0)
            {
                continue;
            }

            var was = new HandledCalls(_before, question);
            var now = then.Where(one => one.Question.Protocol == question.Protocol && one.Callers.Overlaps(callers)).ToArray();
            if (
                !callers.IsSubsetOf(now.SelectMany(one => one.Callers))
                || now.Any(one => !new HandledCalls(_after, one.Question).IsLike(was))
            )
            {
                return false;
            }
        }

        return true;
    }

    private bool Is(NarrowSidecar sidecar, AccessCell cell)
    {
        IEnumerable<AccessCaller> callers = cell.Caller.IsEveryone
            ? Of(sidecar, _before.Callers.Where(caller => caller.Cluster == cell.Caller.Cluster))
            : Of(sidecar, [cell.Caller]);
        return callers.All(caller =>
            _cellsThen[KeyOf(cell, caller)]
                .Concat(_cellsThen[KeyOf(cell, AccessCaller.Everyone(caller.Cluster))])
                .Any(then => then.Requests.Same(cell.Requests))
            || (cell.Caller.IsEveryone && _cells[(cell.Host, cell.HostPort)].Any(own => own.Caller == caller && own.Target == cell.Target))
        );
    }

    private HashSet<AccessCaller> Of(NarrowSidecar sidecar, IEnumerable<AccessCaller> callers) =>
        [
            .. callers.Where(caller =>
                caller.Namespace == sidecar.Namespace && _snapshot.ControlPlaneOf(caller.Cluster).Name == sidecar.Sidecar.Cluster
            ),
        ];

    private static (AccessCaller, AccessTarget, string, int, string?) KeyOf(AccessCell cell, AccessCaller caller) =>
        (caller, cell.Target, cell.Host, cell.HostPort, cell.Gateway);
}
