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
        var preview = Combination.Named(name).Preview();
        RenderedSnapshot.Compare(Path.Combine("topologies", name), preview.Recording);
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task IstioWouldNotComplain(string name) => Assert.Empty((Combination.Named(name).Preview()).Findings);

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task EveryIstioObjectIsWhatTheApiServerKnows(string name)
    {
        IstioObjects.AssertTaken((Combination.Named(name).Preview()).Recording.Manifests);
    }
}
