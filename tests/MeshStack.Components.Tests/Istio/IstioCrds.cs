using YamlDotNet.RepresentationModel;

namespace MeshStack.Components.Tests.Istio;

/// <summary>The custom resource definitions of the pinned Istio, where they lie beside the repository.</summary>
internal static class IstioCrds
{
    private static string? File { get; } = Find();

    private static Lazy<IReadOnlyDictionary<string, Crd>> Kinds { get; } = new(Load);

    /// <summary>The v1 definition of a kind; the test is skipped without the file.</summary>
    public static Crd Of(string kind)
    {
        Skip.If(File is null, "../shared/istio/crds-1.30.3.yaml is not beside this repository.");
        return Kinds.Value[kind];
    }

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "MeshStack.sln")))
        {
            folder = folder.Parent;
        }

        var file = folder is null ? null : Path.Combine(folder.FullName, "..", "shared", "istio", "crds-1.30.3.yaml");
        return System.IO.File.Exists(file) ? file : null;
    }

    private static Dictionary<string, Crd> Load()
    {
        using var reader = System.IO.File.OpenText(File!);
        var stream = new YamlStream();
        stream.Load(reader);
        return stream.Documents
            .Select(d => d.RootNode)
            .OfType<YamlMappingNode>()
            .Where(d => (string?)d["kind"] == "CustomResourceDefinition")
            .SelectMany(d => ((YamlSequenceNode)d["spec"]["versions"]).Where(v => (string?)v["name"] == "v1").Select(v => Read(d, v)))
            .ToDictionary(crd => crd.Kind, StringComparer.Ordinal);
    }

    private static Crd Read(YamlNode definition, YamlNode version) => new(
        (string)definition["spec"]["group"]!,
        (string)definition["spec"]["names"]["kind"]!,
        CrdSchema.Read((YamlMappingNode)version["schema"]["openAPIV3Schema"]["properties"]["spec"]));
}

/// <summary>A kind and the schema of its v1 spec.</summary>
internal sealed record Crd(string Group, string Kind, CrdSchema Spec);
