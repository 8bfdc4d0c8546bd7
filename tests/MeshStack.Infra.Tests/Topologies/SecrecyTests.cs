using System.Text;
using MeshStack.Hosting;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Infra.Tests.Stacks;
using MeshStack.Offline;

namespace MeshStack.Infra.Tests.Topologies;

/// <summary>Values of the configuration, whichever topology they go through, are in nothing that anybody can read.</summary>
public sealed class SecrecyTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("meshstack-").FullName, "rendered");

    public static TheoryData<string> Topologies { get; } = [.. Combination.Topologies];

    [Theory]
    [MemberData(nameof(Topologies))]
    public async Task NothingThatIsShownHoldsAConfiguredValue(string topology)
    {
        using var project = Project(topology);
        var definition = DefinitionLoader.Load(project.Root, "test");
        Assert.Equal(11, definition.Values.Length);

        // Whoever checks certificates takes a text with ${ for one that comes later.
        var markers = Markers(definition, "-${later}");
        var recording = await RunAsync(definition, markers);

        Renderer.Write(recording, _folder);
        var shown = Directory
            .EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Concat(recording.Clusters.Select(ClusterText.Of))
            .Concat(recording.Resources.SelectMany(r => Texts(r.Inputs)))
            .Concat(Texts(recording.Outputs))
            .ToList();
        Assert.Contains("[secret]", string.Concat(shown), StringComparison.Ordinal);
        Assert.All(shown, text => AssertHides(text, markers));
    }

    [Fact]
    public async Task AnErrorAboutAConfiguredValueDoesNotQuoteIt()
    {
        using var project = Project("multi-primary");
        var definition = DefinitionLoader.Load(project.Root, "test");
        var markers = Markers(definition, "");

        var exception = await Assert.ThrowsAsync<OfflineException>(() => RunAsync(definition, markers));

        Assert.Contains("privateKey", exception.ToString(), StringComparison.Ordinal);
        AssertHides(exception.ToString(), markers);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    private static SampleProject Project(string topology)
    {
        var project = new SampleProject();
        var stack = SampleMesh
            .Stack(topology, ["n1", "n2"])
            .Replace("{generated: {}}", "{rootCertificate: {config: root}}", StringComparison.Ordinal);
        foreach (var cluster in new[] { "c1", "c2" })
        {
            stack = stack.Replace(
                $"      context: kind-{cluster}\n",
                $"      kubeConfig: {{config: {cluster}KubeConfig}}\n      ca: {{certificate: {{config: {cluster}Certificate}}, "
                    + $"privateKey: {{config: {cluster}Key}}, chain: {{config: {cluster}Chain}}}}\n",
                StringComparison.Ordinal
            );
        }

        project.Write("Pulumi.test.yaml", stack);
        project.Write("infra/mesh/test/shop.yaml", SampleMesh.Intents(2));
        return project;
    }

    private static Dictionary<string, string> Markers(MeshDefinition definition, string ending) =>
        definition.Values.ToDictionary(v => v.Key, v => $"marker-of-{v.Key}{ending}", StringComparer.Ordinal);

    private static Task<Recording> RunAsync(MeshDefinition definition, Dictionary<string, string> markers) =>
        OfflineStack.RunAsync(
            new OfflineOptions
            {
                Project = "meshstack",
                Stack = "test",
                Config = markers.ToDictionary(m => "meshstack:" + m.Key, m => m.Value, StringComparer.Ordinal),
                SecretKeys = [.. markers.Keys.Select(k => "meshstack:" + k)],
            },
            () => MeshProgram.Compose(definition)
        );

    private static void AssertHides(string text, Dictionary<string, string> markers)
    {
        foreach (var marker in markers.Values)
        {
            Assert.DoesNotContain(marker, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(marker)), text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("marker-of", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(object? value) =>
        value switch
        {
            string text => [text],
            IReadOnlyDictionary<string, object?> map => map.Values.SelectMany(Texts),
            IReadOnlyList<object?> list => list.SelectMany(Texts),
            _ => [],
        };
}
