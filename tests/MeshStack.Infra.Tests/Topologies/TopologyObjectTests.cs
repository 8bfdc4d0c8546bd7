using MeshStack.Infra.Tests.Stacks;

namespace MeshStack.Infra.Tests.Topologies;

/// <summary>What each topology puts on each cluster is what Istio and the API server take.</summary>
public sealed class TopologyObjectTests
{
    public static TheoryData<string> Combinations => Combination.Names;

    [Theory]
    [MemberData(nameof(Combinations))]
    public void IstioWouldNotComplain(string name) => Assert.Empty(Combination.Named(name).Preview().Findings);

    [Theory]
    [MemberData(nameof(Combinations))]
    public void EveryIstioObjectIsWhatTheApiServerKnows(string name)
    {
        IstioObjects.AssertTaken(Combination.Named(name).Preview().Recording.Manifests);
    }
}
