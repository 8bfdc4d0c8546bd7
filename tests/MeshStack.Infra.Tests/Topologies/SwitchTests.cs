using MeshStack.Analysis.Findings;
using MeshStack.Infra.Tests.Stacks;
using MeshStack.Manifests;
using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Topologies;

/// <summary>The checked-in dev stack goes from each topology to each other by one line.</summary>
public sealed class SwitchTests : IDisposable
{
    private const string Line = "  meshstack:topology: federated\n";

    private readonly string _root = Directory.CreateTempSubdirectory("meshstack-").FullName;

    public static TheoryData<string> Topologies { get; } = [.. Combination.Topologies];

    [Theory]
    [MemberData(nameof(Topologies))]
    public async Task OneLineOfDevDecidesTheTopology(string topology)
    {
        var preview = Preview(topology);

        Assert.Equal(topology, preview.Definition.Mesh.Topology);

        // Where clusters share a trust domain, sleep is one name for the workloads of both: worth knowing, and all that there is to say.
        Assert.All(
            preview.Findings,
            finding => Assert.Equal((Severity.Info, AccessFindingCodes.IdentitiesMerged), (finding.Severity, finding.Code))
        );
        Assert.Equal(topology is "federated" or "external-control-plane", preview.Findings.Count == 0);
        Assert.Equal(["cluster01", "cluster02"], preview.Recording.Clusters.Select(c => c.Name));
        Assert.Equal(
            Expected(topology),
            preview
                .Recording.HelmReleases.Where(r => r.Chart == "istiod")
                .Select(r => $"{r.Cluster} {r.Reference}{(r.Values.ContainsKey("istiodRemote") ? " elsewhere" : "")}")
        );
    }

    [Theory]
    [MemberData(nameof(Topologies))]
    public async Task EveryObjectIsWhatTheApiServerKnows(string topology)
    {
        IstioObjects.AssertTaken((Preview(topology)).Recording.Manifests);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string[] Expected(string topology) =>
        topology switch
        {
            "primary-remote" => ["cluster01 istio-system/istiod", "cluster02 istio-system/istiod elsewhere"],
            "external-control-plane" =>
            [
                "cluster01 external-istiod/istiod",
                "cluster01 istio-system/istiod",
                "cluster02 external-istiod/istiod elsewhere",
            ],
            _ => ["cluster01 istio-system/istiod", "cluster02 istio-system/istiod"],
        };

    private StackPreview Preview(string topology)
    {
        var dev = File.ReadAllText(Path.Combine(Repository.Root, "Pulumi.dev.yaml"));
        Assert.Equal(2, dev.Split(Line).Length);
        File.WriteAllText(
            Path.Combine(_root, "Pulumi.dev.yaml"),
            dev.Replace(Line, $"  meshstack:topology: {topology}\n", StringComparison.Ordinal)
        );
        File.Copy(Path.Combine(Repository.Root, "Pulumi.yaml"), Path.Combine(_root, "Pulumi.yaml"));
        var mesh = Path.Combine(Repository.Root, "infra", "mesh", "dev");
        var copy = Directory.CreateDirectory(Path.Combine(_root, "infra", "mesh", "dev")).FullName;
        foreach (var file in Directory.EnumerateFiles(mesh))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return StackPreview.Run(_root, "dev");
    }
}
