using MeshStack.Manifests;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>The objects of Istio among those of a stack.</summary>
internal static class IstioObjects
{
    /// <summary>Every known version of Istio takes them; an object of a group that it does not define would not be judged.</summary>
    public static void AssertTaken(IEnumerable<Manifest> manifests)
    {
        var objects = manifests.Where(m => m.ApiVersion.Contains("istio.io/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(objects);
        Assert.All(IstioCrds.Versions.Select(IstioCrds.For), crds => Assert.Empty(objects.Select(o => o.Group).Except(crds.Groups)));
        Assert.All(IstioCrds.Versions.Select(IstioCrds.For), crds => Assert.Empty(objects.SelectMany(crds.Validate)));
    }
}
