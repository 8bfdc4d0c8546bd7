using MeshStack.CrdSchema;
using MeshStack.Infra.Offline;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>Every Istio object of the checked-in stacks against the pinned CRDs, unknown fields forbidden.</summary>
public sealed class SchemaTests
{
    [SkippableTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task EveryIstioObjectIsWhatTheApiServerKnows(string stack)
    {
        Skip.If(CrdSchemas.OfPinnedIstio == null, "the CRDs of the pinned Istio are not beside this checkout (../shared/istio)");
        var preview = await StackPreview.RunAsync(Repository.Root, stack);
        var objects = preview.Recording.Manifests.Where(m => m.ApiVersion.Contains("istio.io/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(objects);
        Assert.All(objects, o => Assert.Empty(CrdSchemas.OfPinnedIstio.Validate(o)));
    }
}
