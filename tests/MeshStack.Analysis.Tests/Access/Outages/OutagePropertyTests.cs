using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Access;
using MeshStack.Analysis.Tests.Access.Matrix;

namespace MeshStack.Analysis.Tests.Access.Outages;

/// <summary>What an outage takes is what single requests that got through no longer get.</summary>
public sealed class OutagePropertyTests
{
    private const int RequestsOfMesh = 20;

    private static readonly int Meshes = (Environment.GetEnvironmentVariable("MESHSTACK_NIGHTLY") == "1" ? 100_000 : 2_000) / RequestsOfMesh;

    private int _lost;
    private int _takenOver;

    [Theory]
    [InlineData("east")]
    [InlineData("west")]
    public void Losses_and_takeovers_are_what_the_evaluation_says_of_single_requests(string down)
    {
        var outage = OutagePlaces.OfCluster(down);
        var given = from objects in SmallMesh.Objects from requests in SmallMesh.Requests.ListOf(RequestsOfMesh) select (Objects: objects, Requests: requests.ToArray());
        Prop.ForAll(given.ToArbitrary(), mesh =>
        {
            var sources = SmallMesh.Sources(mesh.Objects);
            var (before, now, effect) = (Snapshot.Of(sources), Snapshot.Of(sources with { Down = outage }), OutageEffect.Of(sources, outage));
            Assert.DoesNotContain(effect.Losses, loss => loss.Caller.Cluster == down);
            foreach (var (caller, request) in mesh.Requests.Where(one => one.Caller.Cluster != down))
            {
                Check(effect, (Caller.InMesh)caller, request, AccessEvaluator.Evaluate(before, caller, request), AccessEvaluator.Evaluate(now, caller, request));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Meshes).WithReplay(20_250_314, 91));
        Assert.True(down == "east" ? _lost > 0 : _takenOver > 0, "no mesh had a loss, or a takeover, to look at");
    }

    private void Check(OutageEffect effect, Caller.InMesh caller, Request request, Verdict was, Verdict becomes)
    {
        var (who, host, sample) = (new AccessCaller(caller.Cluster, caller.Namespace, caller.ServiceAccount, false), $"{request.Host}:{request.Port}", MatrixAnswer.SampleOf(request));
        var losses = effect.Losses.Where(loss => loss.Caller == who && loss.Hosts.Contains(host) && loss.Requests.Contains(sample)).ToArray();
        var takeovers = effect.Takeovers.Where(takeover => takeover.Caller == who && takeover.Host == host && takeover.Requests.Contains(sample)).ToArray();
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
}
