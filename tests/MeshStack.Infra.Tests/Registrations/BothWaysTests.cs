using System.Text.Json;
using MeshStack.Infra.Tests.Topologies;
using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Registrations;

/// <summary>What is planned is what a run of the program registers: resource by resource, and in every file of a rendering.</summary>
public sealed class BothWaysTests
{
    public static TheoryData<string> Meshes { get; } = [.. Variant.Meshes];

    [Theory]
    [MemberData(nameof(Meshes))]
    public async Task ThePlanIsWhatAnEngineHears(string name)
    {
        var definition = Variant.Definition(name);
        var run = await Variant.RecordAsync(definition);
        var planned = StackComposition.Compose(definition).Recording;
        Assert.Equal(run.Resources.Select(Text), planned.Resources.Select(Text));
        Assert.Equal(
            run.Clusters.Select(c => (c.Name, c.Provider, c.Context)),
            planned.Clusters.Select(c => (c.Name, c.Provider, c.Context))
        );
    }

    [Theory]
    [MemberData(nameof(Meshes))]
    public async Task BothAreRenderedTheSame(string name)
    {
        var definition = Variant.Definition(name);
        using var run = new Folder();
        using var planned = new Folder();
        Renderer.Write(await Variant.RecordAsync(definition), run.Path);
        Renderer.Write(StackComposition.Compose(definition).Recording, planned.Path);
        Assert.Equal(run.Files(), planned.Files());
    }

    /// <summary>What is secret in the plan, leaf by leaf, is secret to the engine, and nothing around it is.</summary>
    [Theory]
    [MemberData(nameof(Meshes))]
    public async Task TheEngineKeepsTheLeavesSecretThatThePlanSays(string name)
    {
        var definition = Variant.Definition(name);
        var run = await Variant.RecordAsync(definition);
        var planned = StackComposition.Compose(definition).Recording.Resources.ToDictionary(r => r.Id, r => r.SecretInputs);
        Assert.All(run.Resources, resource => Assert.Equal(planned[resource.Id].Select(Top).Distinct(), resource.SecretInputs));

        // The data of a Secret are secret as one.
        static string Top(string path) => path.StartsWith("stringData.", StringComparison.Ordinal) ? "stringData" : path;
    }

    // What generated classes add to options by themselves, and where the definition asks for something, only one of the two says.
    private static string Text(RecordedResource resource) =>
        string.Join(
            '\n',
            new object?[]
            {
                resource.Id,
                resource.Cluster,
                resource.Parent,
                resource.Component,
                string.Join(',', resource.DependsOn),
                string.Join(',', resource.InputsFrom),
                resource.Options.Protect,
                resource.IsComponent,
                resource.IsRead,
                resource.ReadId,
                resource.IsOpaque,
                JsonSerializer.Serialize(resource.Inputs),
                resource.Manifest?.Reference,
                resource.HelmRelease is { } release ? $"{release.Reference} {string.Join(',', release.Needs)}" : null,
            }
        );

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("meshstack-").FullName;

        public IReadOnlyList<(string File, string Content)> Files() =>
            [
                .. Directory
                    .EnumerateFiles(Path, "*", SearchOption.AllDirectories)
                    .Select(file => (System.IO.Path.GetRelativePath(Path, file), File.ReadAllText(file)))
                    .OrderBy(file => file.Item1, StringComparer.Ordinal),
            ];

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
