using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>What holds of every checked-in stack.</summary>
public sealed class StackTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task IstioWouldNotComplain(string stack)
    {
        var preview = StackPreview.Run(Repository.Root, stack);
        Assert.Empty(preview.Findings);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task EveryComponentOfAnObjectHasItsPlaceInTheDefinition(string stack)
    {
        var preview = StackPreview.Run(Repository.Root, stack);
        Assert.All(
            preview
                .Recording.Resources.Where(r => r.Manifest is not null || r.HelmRelease is not null)
                .Select(r => r.Parent!.Value)
                .Distinct(),
            component => Assert.NotEmpty(preview.Recording.Resources.Single(r => r.Id == component).Sources)
        );
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task EveryObjectIsRegisteredWithTheProviderOfItsCluster(string stack)
    {
        var preview = StackPreview.Run(Repository.Root, stack);
        var providers = preview.Recording.Clusters.ToDictionary(c => c.Name, c => c.Provider, StringComparer.Ordinal);
        Assert.Equal(preview.Definition.Clusters.Select(c => c.Name), providers.Keys);
        Assert.All(
            preview.Recording.Resources.Where(r => r.Id.Type.StartsWith("kubernetes:", StringComparison.Ordinal)),
            r => Assert.NotNull(r.Cluster)
        );
    }

    /// <summary>An import belongs to the client's cluster, the policy to the server's; the names alone must not decide.</summary>
    [Fact]
    public async Task InDevTheImportIsAtTheClientAndThePolicyAtTheServer()
    {
        var preview = StackPreview.Run(Repository.Root, "dev");
        Assert.Equal(
            ["cluster01 default/httpbin.namespace02.logicalcloud02", "cluster02 default/productpage.namespace01.logicalcloud01"],
            Objects(preview, "ServiceEntry")
        );
        Assert.Equal(
            [
                "cluster01 namespace01/bookinfo-user-to-productpage",
                "cluster01 namespace01/productpage-allow-nothing",
                "cluster01 namespace01/sleep-to-productpage",
                "cluster02 namespace02/httpbin-allow-nothing",
                "cluster02 namespace02/sleep-to-httpbin",
            ],
            Objects(preview, "AuthorizationPolicy")
        );
    }

    /// <summary>Waiting for a component means waiting for each of its children: with thousands of them that is quadratic.</summary>
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task NothingDependsOnAComponent(string stack)
    {
        var preview = StackPreview.Run(Repository.Root, stack);
        var components = preview.Recording.Resources.Where(r => r.IsComponent).Select(r => r.Id).ToHashSet();
        Assert.All(preview.Recording.Resources, r => Assert.DoesNotContain(r.DependsOn, components.Contains));
    }

    [Fact]
    public async Task NoSecretOfTheConfigurationIsInTheRecording()
    {
        var preview = StackPreview.Run(Repository.Root, "dev");
        var secrets = preview.Recording.Manifests.Where(m => m.Kind == "Secret").ToList();
        Assert.NotEmpty(secrets);
        Assert.All(
            secrets,
            s => Assert.All(((IReadOnlyDictionary<string, object?>)s.Body["stringData"]!).Values, v => Assert.Equal("[secret]", v))
        );
    }

    private static IEnumerable<string> Objects(StackPreview preview, string kind) =>
        preview
            .Recording.Manifests.Where(m => m.Kind == kind)
            .Select(m => $"{m.Cluster} {m.Namespace}/{m.Name}")
            .Order(StringComparer.Ordinal);
}
