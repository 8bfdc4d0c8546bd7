using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Calls;

public sealed class SharesPropertyTests
{
    [Fact]
    public void SharesOfAllRequestsAreThoseOfTheSingleRequest()
    {
        var compared = Enumerable
            .Range(0, Examined.Meshes)
            .AsParallel()
            .AsOrdered()
            .Select(number => (Number: number, RandomCase.Number(number).Mesh))
            .Where(one => !one.Mesh.Manifests.Any(TellsWorkloadsApart))
            .SelectMany(one => Compared(one.Mesh).Select(compared => (one.Number, compared.Said, compared.Single)))
            .ToArray();
        Assert.NotEmpty(compared);
        Assert.Empty(compared.Where(one => one.Said != one.Single).Take(5));
    }

    // Of one account each is compared with each, before and after.
    private static bool TellsWorkloadsApart(Manifest manifest) =>
        manifest.Spec["workloadSelector"].Exists
        || manifest.Spec["http"].Items.Any(TellsThemApart)
        || manifest.Spec["tcp"].Items.Any(TellsThemApart);

    private static bool TellsThemApart(Field route) => route["match"].Items.Any(match => match["sourceLabels"].Exists);

    private static IEnumerable<(string Said, string Single)> Compared(SnapshotSources mesh)
    {
        var (before, after) = (Snapshot.From(mesh), Snapshot.From(Reweighted(mesh)));
        return CallDiff
            .Between(AccessMatrix.From(before), AccessMatrix.From(after))
            .Where(change => change is { IsHttp: true, IsUndecided: false, Effect: CallEffect.Sent, Shares.Count: > 0, Example: not null })
            .SelectMany(change =>
                new[]
                {
                    (Text(change.Shares.Select(share => new CallShare(share.To, share.Before))), Single(before, change)),
                    (Text(change.Shares.Select(share => new CallShare(share.To, share.After))), Single(after, change)),
                }
            )
            .Where(one => one.Item2.Length > 0);
    }

    private static SnapshotSources Reweighted(SnapshotSources mesh) =>
        mesh with
        {
            Manifests =
            [
                .. mesh.Manifests.Select(manifest =>
                    Manifest.From(manifest.Cluster, (IReadOnlyDictionary<string, object?>)Reweighted(manifest.Body)!)
                ),
            ],
        };

    private static object? Reweighted(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> map => map.ToDictionary(
                one => one.Key,
                one => one is { Key: "weight", Value: long weight } ? (weight / 2) + 7 : Reweighted(one.Value)
            ),
            IReadOnlyList<object?> list => list.Select(Reweighted).ToArray(),
            _ => value,
        };

    // Where one proxy after the other splits, a step is not the whole.
    private static string Single(Snapshot snapshot, CallChange change)
    {
        var (who, example) = (change.Callers[0], change.Example!);
        Caller caller = who.IsOutside
            ? new Caller.Outside(who.Cluster)
            : new Caller.InMesh(who.Cluster, who.Namespace!, who.ServiceAccount!);
        var request = new Request
        {
            Host = change.Host,
            Port = change.Port,
            Method = example.Method,
            Path = example.Path,
            Headers = example.Headers,
        };
        var splits = AccessEvaluator.Evaluate(snapshot, caller, request).Trace.Where(step => step.Shares.Count > 0).ToArray();
        return example.RequestPrincipal is null && splits.Length == 1 ? Text(splits[0].Shares) : "";
    }

    private static string Text(IEnumerable<CallShare> shares) =>
        string.Join(
            ", ",
            shares
                .GroupBy(share => share.To)
                .Select(same => $"{same.Sum(share => share.Share!.Percent):0.##} {same.Key}")
                .Where(share => !share.StartsWith("0 ", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
}
