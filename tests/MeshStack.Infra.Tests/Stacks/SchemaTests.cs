using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>Every Istio object of the checked-in stacks against the CRDs of every known Istio, unknown fields forbidden.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task EveryIstioObjectIsWhatTheApiServerKnows(string stack)
    {
        var preview = StackPreview.Run(Repository.Root, stack);
        IstioObjects.AssertTaken(preview.Recording.Manifests);
    }
}
