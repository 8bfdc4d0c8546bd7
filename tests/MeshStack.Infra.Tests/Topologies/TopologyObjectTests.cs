using MeshStack.Infra.Tests.Stacks;
using MeshStack.Manifests;

namespace MeshStack.Infra.Tests.Topologies;

/// <summary>What each topology puts on each cluster is what Istio and the API server take.</summary>
public sealed class TopologyObjectTests
{
    public static TheoryData<string> Combinations => Combination.Names;

    [Theory]
    [MemberData(nameof(Combinations))]
    public void IstioWouldNotComplain(string name) =>
        // That clusters of one trust domain share identities is said of them, and is no complaint. What the proof has to say of the
        // intents is another test's: AccessDifferenceTests.
        Assert.DoesNotContain(
            Combination.Named(name).Preview().Findings,
            finding => finding.Severity != Severity.Info && !finding.Code.StartsWith("access-", StringComparison.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Combinations))]
    public void EveryIstioObjectIsWhatTheApiServerKnows(string name)
    {
        IstioObjects.AssertTaken(Combination.Named(name).Preview().Recording.Manifests);
    }
}
