using MeshStack.Manifests;
using YamlDotNet.Serialization;
using static MeshStack.Offline.Tests.Rendering.Recordings;

namespace MeshStack.Offline.Tests.Rendering;

public sealed class KustomizeTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void TheKustomizationOfAStepLeadsToEachOfItsObjectsOnce()
    {
        Manifest[] manifests =
        [
            Manifest("Namespace", null, "shop", "v1"),
            Manifest("ClusterRole", null, "system:reader", "rbac.authorization.k8s.io/v1"),
            Manifest("Gateway", "shop", "g", "networking.istio.io/v1"),
            Manifest("Gateway", "shop", "g", "gateway.networking.k8s.io/v1"),
            .. Enumerable.Range(0, 300).Select(number => Manifest("Route", "large", $"r{number:000}")),
        ];
        Renderer.Write(Of(Cluster("east", manifests)), _directory["out"]);

        Assert.Equal(
            manifests.Select(Identity).Order(StringComparer.Ordinal),
            Read(_directory["out/east/01-objects"])
                .SelectMany(file => ManifestYaml.Read(File.ReadAllText(file), file, "east"))
                .Select(Identity)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void ObjectsThatHaveToBeFilledInStandApart()
    {
        var secret = Manifests.Manifest.From(
            "east",
            new Dictionary<string, object?>
            {
                ["apiVersion"] = "v1",
                ["kind"] = "Secret",
                ["metadata"] = new Dictionary<string, object?> { ["name"] = "cacerts", ["namespace"] = "istio-system" },
                ["stringData"] = new Dictionary<string, object?> { ["ca-cert.pem"] = "[secret]" },
            }
        );
        Renderer.Write(
            Of(Cluster("east", Manifest("Route", "shop", "web"), Manifest("Route", "shop", "${east.web.name}"), secret)),
            _directory["out"]
        );

        Assert.Equal(["route-web.yaml"], Read(_directory["out/east/01-objects"]).Select(Path.GetFileName));
        Assert.Equal(
            ["secret-cacerts.yaml", "route---east.web.name-.yaml"],
            Read(_directory["out/east/01-fill-in"]).Select(Path.GetFileName)
        );
    }

    private static string Identity(Manifest manifest) => $"{manifest.ApiVersion} {manifest.Reference}";

    /// <summary>The files that a folder's kustomization leads to, as <c>kubectl apply -k</c> reads it.</summary>
    private static IEnumerable<string> Read(string folder)
    {
        var kustomization = new DeserializerBuilder()
            .Build()
            .Deserialize<Dictionary<string, object>>(File.ReadAllText(Path.Combine(folder, "kustomization.yaml")));
        return ((IEnumerable<object>)kustomization["resources"])
            .Select(resource => Path.Combine(folder, (string)resource))
            .SelectMany(path => Directory.Exists(path) ? Read(path) : [path]);
    }
}
