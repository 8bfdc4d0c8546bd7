using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Reach;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Reach;

/// <summary>The chains of random meshes, held against all pairs of callers and services, one more call at a time.</summary>
public sealed class ReachPropertyTests
{
    [Fact]
    public void ChainsAreTheShortestThatThereAre()
    {
        var wrong = Enumerable.Range(0, Examined.Meshes / 4).AsParallel().AsOrdered().SelectMany(Wrong).Take(3).ToArray();
        Assert.True(wrong.Length == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void SomeChainsAreLongAndSomeUndecided()
    {
        AccessWay[] ways =
        [
            .. Enumerable
                .Range(0, 300)
                .AsParallel()
                .Select(number => Snapshot.From(RandomChains.Number(number).Sources))
                .SelectMany(snapshot =>
                    AccessReach.From(AccessMatrix.From(snapshot)) is var reach ? reach.Callers.SelectMany(reach.Of) : []
                ),
        ];
        Assert.InRange(ways.Count(way => way.Calls.Count > 2), 20, int.MaxValue);
        Assert.InRange(ways.Count(way => way.IsUndecided), 20, int.MaxValue);
        Assert.InRange(ways.Count(way => way.By.Any(target => target.Port != 80)), 20, int.MaxValue);
        Assert.InRange(ways.Count(way => way.Caller.IsOutside && way.Calls.Count > 1), 20, int.MaxValue);
    }

    private static IEnumerable<string> Wrong(int number)
    {
        var mesh = RandomChains.Number(number);
        var snapshot = Snapshot.From(mesh.Sources);
        var matrix = AccessMatrix.From(snapshot);
        var reach = AccessReach.From(matrix);
        foreach (var isCertain in new[] { true, false })
        {
            var lengths = Lengths(mesh.Parts, matrix, isCertain);
            foreach (var caller in reach.Callers)
            {
                var expected = lengths.Where(one => one.Key.Caller == caller).ToDictionary(one => one.Key.Target, one => one.Value);
                var found = Shortest(reach.Of(caller), isCertain, way => way.Target);
                if (!expected.OrderBy(one => $"{one.Key}").SequenceEqual(found.OrderBy(one => $"{one.Key}")))
                {
                    yield return $"Mesh {number}, of {caller}, certain {isCertain}";
                }
            }

            foreach (var target in matrix.Cells.Select(cell => cell.Target).Distinct())
            {
                var expected = lengths.Where(one => one.Key.Target == target).ToDictionary(one => one.Key.Caller, one => one.Value);
                var found = Shortest(
                    reach.To(one => one == target).Where(way => way.Caller.Identity is null),
                    isCertain,
                    way => way.Caller
                );
                if (!expected.OrderBy(one => $"{one.Key}").SequenceEqual(found.OrderBy(one => $"{one.Key}")))
                {
                    yield return $"Mesh {number}, to {target}, certain {isCertain}";
                }
            }
        }
    }

    private static Dictionary<TKey, int> Shortest<TKey>(IEnumerable<AccessWay> ways, bool isCertain, Func<AccessWay, TKey> keyOf)
        where TKey : notnull =>
        ways.Where(way => !isCertain || !way.IsUndecided)
            .GroupBy(keyOf)
            .ToDictionary(same => same.Key, same => same.Min(way => way.Calls.Count));

    // Who comes where in one call, then in one more as long as that leads anywhere new.
    private static Dictionary<(AccessCaller Caller, AccessTarget Target), int> Lengths(
        IReadOnlyList<RandomChains.Part> parts,
        AccessMatrix matrix,
        bool isCertain
    )
    {
        var direct = (
            from cell in matrix.Cells
            where cell.Caller.Identity is null && (!isCertain || (!cell.IsTargetUndecided && !cell.Requests.Certain.IsEmpty))
            from caller in matrix.Callers
            where caller == cell.Caller || (cell.Caller.IsEveryone && !caller.IsOutside && caller.Cluster == cell.Caller.Cluster)
            select (Caller: caller, cell.Target)
        )
            .Distinct()
            .ToArray();
        var lengths = direct.ToDictionary(one => one, _ => 1);
        for (var calls = 2; ; calls++)
        {
            var longer = (
                from known in lengths.Where(one => one.Value == calls - 1).ToArray()
                from part in parts
                where part.Target == known.Key.Target
                from next in direct
                where
                    next.Caller == new AccessCaller(part.Cluster, part.Namespace, part.Account, false)
                    && !lengths.ContainsKey((known.Key.Caller, next.Target))
                select (known.Key.Caller, next.Target)
            )
                .Distinct()
                .ToArray();
            if (longer.Length == 0)
            {
                return lengths;
            }

            foreach (var one in longer)
            {
                lengths[one] = calls;
            }
        }
    }
}
