using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Outages;
using MeshStack.Analysis.Tests.Access.Matrix;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Outages;

/// <summary>What an outage takes is what single requests that got through no longer get.</summary>
public sealed class OutagePropertyTests
{
    // A mesh with one of its clusters down is a case, and there are two clusters.
    private static readonly int Meshes = Examined.Meshes / 2;

    private int _lost;
    private int _takenOver;

    [Fact]
    public void LossesAndTakeoversAreWhatTheEvaluationSaysOfSingleRequests()
    {
        Enumerable.Range(0, Meshes).AsParallel().ForAll(number => Check(RandomCase.Number(number)));

        Assert.True(_lost > 0 && _takenOver > 0, "no mesh had a loss, or a takeover, to look at");
    }

    private void Check(RandomCase one)
    {
        var mesh = one.Mesh;
        var before = Snapshot.From(mesh);
        var matrix = AccessMatrix.From(before);
        var asked = one
            .Requests.Where(one => one.Caller is Caller.InMesh && Asked.InTermsOf(matrix, mesh, one.Caller, one.Request) is not null)
            .Select(one => (Caller: (Caller.InMesh)one.Caller, one.Request, Was: AccessEvaluator.Evaluate(before, one.Caller, one.Request)))
            .ToArray();
        foreach (var down in before.ClusterNames)
        {
            var outage = OutagePlaces.OfCluster(down);
            var now = Snapshot.From(mesh with { Down = outage });
            var effect = OutageEffect.From(matrix, AccessMatrix.From(now), outage);
            Assert.DoesNotContain(effect.Losses, loss => !loss.Caller.IsOutside && loss.Caller.Cluster == down);
            foreach (var (caller, request, was) in asked.Where(one => one.Caller.Cluster != down))
            {
                Check(effect, caller, request, was, AccessEvaluator.Evaluate(now, caller, request));
            }
        }
    }

    private void Check(OutageEffect effect, Caller.InMesh caller, Request request, Verdict was, Verdict becomes)
    {
        var (who, host, sample) = (
            new AccessCaller(caller.Cluster, caller.Namespace, caller.ServiceAccount, false),
            $"{request.Host}:{request.Port}",
            MatrixAnswer.SampleOf(request)
        );
        var losses = effect
            .Losses.Where(loss => IsOf(loss.Caller, who) && loss.Hosts.Contains(host) && loss.Requests.Contains(sample))
            .ToArray();
        var takeovers = effect
            .Takeovers.Where(takeover => IsOf(takeover.Caller, who) && takeover.Host == host && takeover.Requests.Contains(sample))
            .ToArray();
        var what = $"{caller} {request} was {was.Decision} and is {becomes.Decision} ({becomes.Reason})";
        if (was is Verdict.Allowed && becomes is not Verdict.Allowed)
        {
            Assert.True(losses.Length > 0, what);
            Interlocked.Increment(ref _lost);
        }

        Assert.True(becomes is not Verdict.Allowed || losses.All(loss => loss.IsUndecided), what);
        Assert.True(becomes is Verdict.Allowed || takeovers.All(takeover => takeover.IsUndecided), what);
        Interlocked.Add(ref _takenOver, becomes is Verdict.Allowed ? takeovers.Length : 0);
    }

    // Where all callers of a cluster fare alike, they are one.
    private static bool IsOf(AccessCaller said, AccessCaller who) => said == who || (said.IsEveryone && said.Cluster == who.Cluster);
}
