using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>Random meshes with workloads in ambient mode are worth asking: all answers are frequent, and what makes up ambient mode decides
/// some of them.</summary>
public sealed class AmbientMeshTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const string Mode = "istio.io/dataplane-mode";

    private static readonly (SnapshotSources Mesh, (Caller Caller, Request Request)[] Requests)[] Given =
    [
        .. Enumerable
            .Range(0, 100)
            .Select(RandomCase.InAmbient)
            .Select(one =>
                (one.Mesh, one.Requests.Where(asked => asked.Request.Host.Contains($".{Mists.Moor}.", StringComparison.Ordinal)).ToArray())
            ),
    ];

    [Fact]
    public void EveryAnswerIsFrequent()
    {
        string[] decisions = [.. Given.SelectMany(one => Decisions(one.Mesh, one.Requests))];
        output.WriteLine($"{decisions.Length} requests: {string.Join(", ", decisions.CountBy(one => one))}");
        Assert.InRange(decisions.Length, 300, 2_000);
        Assert.All(
            new[] { "allowed", "denied", "undecided" },
            decision => Assert.InRange(100 * decisions.Count(one => one == decision) / decisions.Length, 8, 75)
        );
    }

    [Fact]
    public void EveryPartDecidesSome()
    {
        (string Name, Func<Manifest, bool> IsOfPart)[] parts =
        [
            ("policies of ztunnel", one => one.Kind == "AuthorizationPolicy" && !one.Spec["targetRefs"].HasContent),
            ("policies of waypoints", one => one.Kind == "AuthorizationPolicy" && one.Spec["targetRefs"].HasContent),
            ("PeerAuthentications", one => one.Kind == "PeerAuthentication"),
            ("waypoints", one => one is { Kind: "Gateway", Group: "gateway.networking.k8s.io" }),
            ("labels of namespaces", one => one.Kind == "Namespace" && Field.From(one.Body)["metadata"]["labels"][Mode].Exists),
        ];
        var decided = parts.Select(part => (part.Name, Count: Given.Sum(one => Changed(one.Mesh, one.Requests, part.IsOfPart)))).ToArray();
        output.WriteLine(string.Join(", ", decided));
        Assert.All(decided, part => Assert.True(part.Count >= 5, $"{part.Name} decide {part.Count}"));
    }

    private static int Changed(SnapshotSources mesh, (Caller Caller, Request Request)[] requests, Func<Manifest, bool> isOfPart) =>
        Decisions(mesh, requests)
            .Zip(Decisions(mesh with { Manifests = [.. mesh.Manifests.Where(one => !isOfPart(one))] }, requests))
            .Count(pair => pair.First != pair.Second);

    private static string[] Decisions(SnapshotSources mesh, (Caller Caller, Request Request)[] requests)
    {
        var snapshot = Snapshot.From(mesh);
        return [.. requests.Select(one => AccessEvaluator.Evaluate(snapshot, one.Caller, one.Request).Decision)];
    }
}
