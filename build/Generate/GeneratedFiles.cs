using MeshStack.Generate.Istio;
using MeshStack.Generate.Options;

namespace MeshStack.Generate;

/// <summary>All that is made from data and kept in the repository.</summary>
internal static class GeneratedFiles
{
    /// <summary>Folders that hold nothing else.</summary>
    public static IReadOnlyList<string> Folders { get; } =
    ["components/Istio/Generated", "definition/Istio/Generated", "components/Options"];

    /// <summary>Texts by the paths of their files in the repository.</summary>
    public static SortedDictionary<string, string> Make()
    {
        var istio = IstioTypes.Read();
        var files = ArgsWriter
            .Files(istio)
            .Select(one => (Path: $"{Folders[0]}/{one.File}", one.Text))
            .Concat(RecordWriter.Files(istio).Select(one => (Path: $"{Folders[1]}/{one.File}", one.Text)))
            .Concat(OptionsWriter.Files().Select(one => (Path: $"{Folders[2]}/{one.File}", one.Text)));
        return new(files.ToDictionary(one => one.Path, one => one.Text, StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
