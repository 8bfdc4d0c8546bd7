using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>Random meshes are worth asking: all answers are frequent, and each kind of object changes some of them.</summary>
public sealed class RandomMeshTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Meshes = 100;

    private static readonly RandomCase[] Given = [.. Enumerable.Range(0, Meshes).Select(RandomCase.Number)];

    private static readonly Dictionary<RandomCase, Verdict[]> Said = Given.ToDictionary(
        one => one,
        one => Verdicts(one.Mesh, one.Requests)
    );

    [Theory]
    [InlineData(false, 15)]
    [InlineData(true, 10)]
    public void EveryAnswerIsFrequent(bool isOutside, double least)
    {
        var verdicts = Given
            .SelectMany(one => Said[one].Zip(one.Requests))
            .Where(one => one.Second.Caller is Caller.Outside == isOutside)
            .Select(one => one.First)
            .ToArray();

        double Share(params string[] decisions) =>
            100.0 * verdicts.Count(verdict => decisions.Contains(verdict.Decision)) / verdicts.Length;
        output.WriteLine(
            $"{verdicts.Length} requests: "
                + $"{string.Join(", ", verdicts.GroupBy(verdict => verdict.Decision).Select(same => $"{same.Count()} {same.Key}"))}; "
                + $"{string.Join(", ", verdicts.CountBy(verdict => verdict.Step).OrderBy(step => step.Key))}"
        );
        Assert.InRange(verdicts.Length, 300, Meshes * RandomCase.RequestsOfMesh);
        Assert.InRange(Share("allowed"), least, 80);
        Assert.InRange(Share("denied", "unreachable"), 15, 80);
        Assert.InRange(Share("denied"), 4, 80);
        Assert.InRange(Share("undecided"), 4, 40);
    }

    [Fact]
    public void EveryKindOfObjectDecidesSome()
    {
        var decided = RandomMesh.Kinds.ToDictionary(
            kind => kind,
            kind => Given.Sum(one => DecidedBy(one, manifest => manifest.Kind == kind))
        );
        var passed = Given.Sum(one =>
            DecidedBy(one, manifest => manifest.Kind == "Gateway" && manifest.Name.EndsWith("east-west", StringComparison.Ordinal))
        );

        output.WriteLine($"{string.Join(", ", decided.Select(kind => $"{kind.Key} {kind.Value}"))}, east-west gateways {passed}");
        Assert.All(
            decided,
            kind =>
                Assert.True(
                    kind.Value >= Least(kind.Key),
                    $"{kind.Key} decides {kind.Value} of {Meshes * RandomCase.RequestsOfMesh} requests"
                )
        );
        Assert.InRange(passed, 5, Meshes * RandomCase.RequestsOfMesh);
    }

    [Fact]
    public void EveryPartOfASceneDecidesSome()
    {
        (string Name, Func<SnapshotSources, SnapshotSources> Without)[] parts =
        [
            ("networks", mesh => Settings(mesh, settings => settings with { Network = null })),
            ("trust domains", mesh => Settings(mesh, settings => settings with { TrustDomain = null })),
            ("aliases", mesh => Settings(mesh, settings => settings with { TrustDomainAliases = null })),
            ("accepted domains", mesh => Settings(mesh, settings => settings with { CaTrustDomains = null })),
            ("remote secrets", mesh => Settings(mesh, settings => settings with { RemoteSecretsTo = null })),
            ("addresses", mesh => mesh with { Gateways = [] }),
            (
                "exports of Services",
                mesh =>
                    mesh with
                    {
                        Manifests =
                        [
                            .. mesh.Manifests.Select(manifest =>
                                manifest.Kind == "Service" ? Manifest.From(manifest.Cluster, Exported(manifest)) : manifest
                            ),
                        ],
                    }
            ),
            (
                "headless Services",
                mesh =>
                    mesh with
                    {
                        Manifests =
                        [
                            .. mesh.Manifests.Select(manifest =>
                                manifest.Spec["clusterIP"].Text == "None"
                                    ? Manifest.From(manifest.Cluster, WithAnAddress(manifest))
                                    : manifest
                            ),
                        ],
                    }
            ),
            (
                "ports of entries without an address",
                mesh =>
                    mesh with
                    {
                        Manifests =
                        [
                            .. mesh.Manifests.Select(manifest =>
                                manifest.Kind == "ServiceEntry" ? Manifest.From(manifest.Cluster, WithAnAddress(manifest)) : manifest
                            ),
                        ],
                    }
            ),
            (
                "second workloads",
                mesh =>
                    mesh with
                    {
                        Workloads = [.. mesh.Workloads.Where(workload => workload.Name != "curl-v2" && workload.Name != "httpbin-v2")],
                    }
            ),
        ];

        var decided = parts.Select(part => (part.Name, Count: Given.Sum(one => Changed(one, part.Without(one.Mesh))))).ToArray();

        output.WriteLine(string.Join(", ", decided));
        Assert.All(decided, part => Assert.True(part.Count >= 3, $"{part.Name} decide {part.Count}"));
    }

    // Half a percent, and a trace of what is rare in meshes too.
    private static int Least(string kind) =>
        kind is "WorkloadEntry" or "RequestAuthentication" or "EnvoyFilter" ? 3 : Meshes * RandomCase.RequestsOfMesh / 200;

    private static int DecidedBy(RandomCase one, Func<Manifest, bool> isOfKind) =>
        one.Mesh.Manifests.Any(isOfKind)
            ? Changed(one, one.Mesh with { Manifests = [.. one.Mesh.Manifests.Where(manifest => !isOfKind(manifest))] })
            : 0;

    private static int Changed(RandomCase one, SnapshotSources other) =>
        Said[one].Zip(Verdicts(other, one.Requests)).Count(pair => pair.First.Decision != pair.Second.Decision);

    private static Verdict[] Verdicts(SnapshotSources mesh, IReadOnlyList<(Caller Caller, Request Request)> requests)
    {
        var snapshot = Snapshot.From(mesh);
        return [.. requests.Select(one => AccessEvaluator.Evaluate(snapshot, one.Caller, one.Request))];
    }

    private static SnapshotSources Settings(SnapshotSources mesh, Func<ClusterSettings, ClusterSettings> change) =>
        mesh with
        {
            Settings = mesh.Settings.ToDictionary(one => one.Key, one => change(one.Value)),
        };

    private static Dictionary<string, object?> WithAnAddress(Manifest service) =>
        new(service.Body)
        {
            ["spec"] = new Dictionary<string, object?>((IReadOnlyDictionary<string, object?>)service.Body["spec"]!)
            {
                [service.Kind == "Service" ? "clusterIP" : "addresses"] =
                    service.Kind == "Service" ? "10.0.0.9" : Draft.List("192.0.2.250"),
            },
        };

    private static Dictionary<string, object?> Exported(Manifest service) =>
        new(service.Body) { ["metadata"] = Draft.Map(("name", service.Name), ("namespace", service.Namespace)) };
}
