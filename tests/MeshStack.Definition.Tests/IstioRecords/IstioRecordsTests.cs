using System.Runtime.CompilerServices;
using MeshStack.Infra.Tests.Stacks;

namespace MeshStack.Definition.Tests.IstioRecords;

public sealed class IstioRecordsTests
{
    private static string Folder { get; } =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../definition/Istio/Generated"));

    [Fact]
    public void Records_are_those_of_the_tables()
    {
        var files = RecordWriter.Files(RecordReader.Read());

        Assert.All(files, file => AcceptedText.Compare(Path.Combine(Folder, file.Key), file.Value));
        Assert.Equal(files.Keys, Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
