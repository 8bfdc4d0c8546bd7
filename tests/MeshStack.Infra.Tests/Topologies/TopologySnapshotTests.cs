using MeshStack.CrdSchema;
using MeshStack.Infra.Tests.Stacks;

namespace MeshStack.Infra.Tests.Topologies;

/// <summary>What each topology puts on each cluster, to the byte. To accept a change: <c>tests/accept</c>.</summary>
public sealed class TopologySnapshotTests
{
    public static TheoryData<string> Combinations => Combination.Names;

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task EachClusterGetsWhatItsSnapshotSays(string name)
    {
        var preview = await Combination.Named(name).PreviewAsync();
        RenderedSnapshot.Compare(Path.Combine("topologies", name), preview.Recording);
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task IstioWouldNotComplain(string name) => Assert.Empty((await Combination.Named(name).PreviewAsync()).Findings);

    [SkippableTheory]
    [MemberData(nameof(Combinations))]
    public async Task EveryIstioObjectIsWhatTheApiServerKnows(string name)
    {
        Skip.If(CrdSchemas.OfPinnedIstio == null, "the CRDs of the pinned Istio are not beside this checkout (../shared/istio)");
        var objects = (await Combination.Named(name).PreviewAsync()).Recording.Manifests.Where(m => m.ApiVersion.Contains("istio.io/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(objects);
        Assert.All(objects, o => Assert.Empty(CrdSchemas.OfPinnedIstio.Validate(o)));
    }
}
