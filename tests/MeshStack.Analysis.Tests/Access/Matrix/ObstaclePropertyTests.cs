using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>What is listed as an obstacle is one: without all of them the request gets through, and with any of them it does not.</summary>
public sealed class ObstaclePropertyTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly string[] Removable = ["AuthorizationPolicy", "PeerAuthentication"];

    // What says that a caller has no sidecar.
    private static readonly string[] Workloads = ["Deployment", "Pod", "ServiceAccount", "StatefulSet", "WorkloadEntry"];

    [Fact]
    public void AllObstaclesAndNoFewerAreInTheWay()
    {
        var (tried, alone, several) = (0, 0, 0);
        for (var number = 0; tried < Examined.Refusals; number++)
        {
            var one = RandomCase.Number(number);
            var snapshot = Snapshot.From(one.Mesh);
            foreach (var (caller, request) in one.Requests)
            {
                var verdict = AccessEvaluator.Explain(snapshot, caller, request);
                if (Held(verdict) is not { } held || IsForGatewaysToo(verdict) || IsNamed(request, held))
                {
                    continue;
                }

                tried++;
                alone += held.Count == 1 ? 1 : 0;
                several += held.Count > 1 ? 1 : 0;
                var asked = $"mesh {number}: {caller} {request}\n{string.Join('\n', verdict.Obstacles.Select(Text))}";
                var open = Evaluate(Without(one.Mesh, [.. held.SelectMany(obstacle => obstacle.Refusing)]), caller, request);
                Assert.True(open is Verdict.Allowed, $"{asked}\nwithout all of them: {open.Decision} {open.Step} {open.Reason}");
                foreach (var kept in held)
                {
                    var gone = held.SelectMany(obstacle => obstacle.Refusing).Except(kept.Refusing).Except(kept.OfClient);
                    var left = Evaluate(Without(one.Mesh, [.. gone]), caller, request);
                    Assert.False(left is Verdict.Allowed, $"{asked}\nwith {string.Join(", ", kept.Refusing)}");
                }
            }
        }

        output.WriteLine($"{tried} refusals, {alone} by one obstacle, {several} by several");
        Assert.True(several > tried / 20, $"{several} of {tried} have several obstacles");
    }

    [Fact]
    public void AnExplanationDecidesAsTheEvaluationDoes()
    {
        foreach (var number in Enumerable.Range(0, Examined.Refusals / 2))
        {
            var one = RandomCase.Number(number);
            var snapshot = Snapshot.From(one.Mesh);
            foreach (var (caller, request) in one.Requests)
            {
                AssertAlike(
                    AccessEvaluator.Evaluate(snapshot, caller, request),
                    AccessEvaluator.Explain(snapshot, caller, request),
                    $"{number}: {caller} {request}"
                );
            }
        }
    }

    public static TheoryData<AccessCase> Cases => [.. AccessCase.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void SoItDoesInEachCase(AccessCase one) =>
        AssertAlike(
            AccessEvaluator.Evaluate(one.Snapshot(), one.Caller(), one.Request()),
            AccessEvaluator.Explain(one.Snapshot(), one.Caller(), one.Request()),
            one.Path
        );

    private static void AssertAlike(Verdict evaluated, Verdict explained, string asked)
    {
        Assert.True(Text(evaluated) == Text(explained), $"{asked}\n{Text(evaluated)}\n{Text(explained)}");
        Assert.Equal(evaluated is Verdict.Denied or Verdict.Unreachable ? 1 : 0, evaluated.Obstacles.Count);
        if (evaluated.Obstacles is [var first])
        {
            Assert.Equal((first.Step, first.Reason, first.Proxy), (evaluated.Step, evaluated.Reason, evaluated.Trace[^1].Proxy));
            Assert.Equal(
                (first.Step, first.Reason, first.Proxy, true),
                (explained.Step, explained.Obstacles[0].Reason, explained.Obstacles[0].Proxy, explained.Obstacles[0].IsCertain)
            );
        }
        else
        {
            Assert.Empty(explained.Obstacles);
        }
    }

    private static string Text(Verdict verdict) =>
        $"{verdict.Decision} {verdict.Step} {verdict.Reason} {string.Join(';', verdict.Assumptions)} "
        + string.Join(';', verdict.Trace.Select(step => $"{step.Step} {step.Proxy} {step.Outcome}"))
        + string.Join(';', verdict.Mirrored.Select(copy => $"{copy.Service} {copy.Verdict.Decision}"));

    private static string Text(Obstacle obstacle) =>
        $"{obstacle.Step} at {obstacle.Proxy}: {obstacle.Reason} ({string.Join("; ", obstacle.Because)})";

    // The objects of each obstacle, where all of them are policies that can be taken away. Whether a client uses mTLS also says which
    // networks it goes to at all.
    private static List<(HashSet<ObjectKey> Refusing, HashSet<ObjectKey> OfClient)>? Held(Verdict verdict) =>
        verdict is Verdict.Denied or Verdict.Unreachable
        && verdict.Obstacles.All(obstacle =>
            obstacle.IsCertain
            && obstacle.Step is AccessStep.Authorization or AccessStep.MutualTls
            && !obstacle.Reason.Contains("is reached with mTLS alone", StringComparison.Ordinal)
            && obstacle.Because.Any(cause => Removable.Contains(cause.Kind))
            && obstacle.Because.All(cause => Removable.Contains(cause.Kind) || Workloads.Contains(cause.Kind))
        )
            ? [.. verdict.Obstacles.Select(Held)]
            : null;

    // Taking away what keeps a client from mTLS would open other ways, to other networks.
    private static (HashSet<ObjectKey> Refusing, HashSet<ObjectKey> OfClient) Held(Obstacle obstacle)
    {
        var removable = obstacle.Because.Where(cause => Removable.Contains(cause.Kind));
        var ofClient = removable.Where(cause =>
            obstacle.Reason.EndsWith("does not use mTLS", StringComparison.Ordinal)
            && cause.Detail.EndsWith("DISABLE", StringComparison.Ordinal)
        );
        return ([.. removable.Except(ofClient).Select(Key)], [.. ofClient.Select(Key)]);
    }

    // What lets nothing through at a gateway may be what lets it through at the workload.
    private static bool IsForGatewaysToo(Verdict verdict) =>
        verdict.Trace.Any(step => step.Step == AccessStep.Gateway)
        && verdict.Obstacles.SelectMany(obstacle => obstacle.Because).Any(cause => cause.Namespace == "istio-system");

    // Where another PeerAuthentication switches mTLS off in place of the one that is gone, no policy sees the server name any more.
    private static bool IsNamed(Request request, List<(HashSet<ObjectKey> Refusing, HashSet<ObjectKey> OfClient)> held) =>
        request.Protocol == RequestProtocol.Https && held.Any(obstacle => obstacle.OfClient.Count > 0);

    private static Verdict Evaluate(SnapshotSources mesh, Caller caller, Request request) =>
        AccessEvaluator.Evaluate(Snapshot.From(mesh), caller, request);

    private static SnapshotSources Without(SnapshotSources mesh, HashSet<ObjectKey> objects) =>
        mesh with
        {
            Manifests =
            [
                .. mesh.Manifests.Where(manifest =>
                    !objects.Contains(new(manifest.Cluster, manifest.Kind, manifest.Namespace, manifest.Name))
                ),
            ],
        };

    private static ObjectKey Key(Cause cause) => new(cause.Cluster, cause.Kind, cause.Namespace, cause.Name);

    private sealed record ObjectKey(string Cluster, string Kind, string? Namespace, string Name);
}
