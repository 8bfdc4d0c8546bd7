using MeshStack.Infra.Tests.Topologies;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>What <c>pulumi stack output</c> says of an applied mesh.</summary>
public sealed class StackOutputTests
{
    [Fact]
    public async Task AServedClusterIsCheckedWhereItsIstiodRuns()
    {
        Assert.Equal(
            [
                "istioctl --context=kind-c1 version",
                "istioctl --context=kind-c1 proxy-status",
                "istioctl --context=kind-c2 analyze --all-namespaces",
            ],
            Texts(await OutputsAsync("primary-remote-2"), "checks", "c2")
        );
        Assert.Equal(
            [
                "istioctl --context=kind-c1 --istioNamespace=external-istiod version",
                "istioctl --context=kind-c1 --istioNamespace=external-istiod proxy-status",
                "istioctl --context=kind-c2 --istioNamespace=external-istiod analyze --all-namespaces",
            ],
            Texts(await OutputsAsync("external-control-plane-2"), "checks", "c2")
        );
        Assert.Equal(
            [
                "istioctl --context=kind-c2 version",
                "istioctl --context=kind-c2 proxy-status",
                "istioctl --context=kind-c2 analyze --all-namespaces",
                "istioctl --context=kind-c2 remote-clusters",
            ],
            Texts(await OutputsAsync("multi-primary-2"), "checks", "c2")
        );
    }

    [Fact]
    public async Task TheAddressOfAHostedIstiodIsThereForDns()
    {
        var gateways =
            (IReadOnlyDictionary<string, object?>)
                ((IReadOnlyDictionary<string, object?>)(await OutputsAsync("external-control-plane-2"))["gateways"]!)["c1"]!;
        Assert.Equal("${c1.istio-controlplanegateway.address}", gateways["controlPlane"]);
    }

    private static async Task<IReadOnlyDictionary<string, object?>> OutputsAsync(string combination) =>
        (await Variant.RecordAsync(Combination.Named(combination).Preview().Definition)).Outputs;

    private static IEnumerable<string> Texts(IReadOnlyDictionary<string, object?> outputs, string name, string cluster) =>
        ((IReadOnlyList<object?>)((IReadOnlyDictionary<string, object?>)outputs[name]!)[cluster]!).Cast<string>();
}
