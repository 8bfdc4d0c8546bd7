using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Outages;
using MeshStack.Analysis.Sets.Decisions;
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

    [Theory]
    [InlineData("east")]
    [InlineData("west")]
    public void Losses_and_takeovers_are_what_the_evaluation_says_of_single_requests(string down)
    {
        var outage = OutagePlaces.OfCluster(down);
        foreach (var one in Enumerable.Range(0, Meshes).Select(RandomCase.Number))
        {
            var sources = one.Mesh;
            var (before, now, effect) = (
                Snapshot.Of(sources),
                Snapshot.Of(sources with { Down = outage }),
                OutageEffect.Of(sources, outage)
            );
            var matrix = AccessMatrix.Of(before);
            Assert.DoesNotContain(effect.Losses, loss => !loss.Caller.IsOutside && loss.Caller.Cluster == down);
            foreach (
                var (caller, request) in one.Requests.Where(one =>
                    one.Caller is Caller.InMesh
                    && one.Caller.Cluster != down
                    && Asked.InTermsOf(matrix, sources, one.Caller, one.Request) is not null
                )
            )
            {
                Check(
                    effect,
                    (Caller.InMesh)caller,
                    request,
                    AccessEvaluator.Evaluate(before, caller, request),
                    AccessEvaluator.Evaluate(now, caller, request)
                );
            }
        }

        Assert.True(down == "east" ? _lost > 0 : _takenOver > 0, "no mesh had a loss, or a takeover, to look at");
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
            _lost++;
        }

        Assert.True(becomes is not Verdict.Allowed || losses.All(loss => loss.IsUndecided), what);
        Assert.True(becomes is Verdict.Allowed || takeovers.All(takeover => takeover.IsUndecided), what);
        _takenOver += becomes is Verdict.Allowed ? takeovers.Length : 0;
    }

    // Where all callers of a cluster fare alike, they are one.
    private static bool IsOf(AccessCaller said, AccessCaller who) => said == who || (said.IsEveryone && said.Cluster == who.Cluster);
}
