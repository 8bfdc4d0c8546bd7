using MeshStack.Analysis.Findings;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;
using Xunit.Abstractions;

namespace MeshStack.Analysis.Tests.Access.Findings;

/// <summary>A case of Access/Findings/Cases: objects per cluster, and all that is found in them.</summary>
public sealed class FindingCase : IXunitSerializable
{
    [Obsolete("For the test runner only.")]
    public FindingCase()
        : this("") { }

    private FindingCase(string file) => File = file;

    public static IReadOnlyList<FindingCase> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.yaml")
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .Select(file => new FindingCase(file!)),
    ];

    public string File { get; private set; }

    internal Field Field => Field.From(ManifestYaml.Read(System.IO.File.ReadAllText(Path.Combine(Folder, File)), File, "any")[0].Body);

    internal IReadOnlyList<string> Expected => [.. Field["findings"].Items.Select(item => item.Text!)];

    private static string Folder => Path.Combine(AccessCase.Root, "Findings", "Cases");

    public IReadOnlyList<string> Found()
    {
        var snapshot = Snapshot.From(CaseSources.Of(Field));
        return
        [
            .. AccessFindings
                .Of(snapshot, AccessMatrix.From(snapshot))
                .Select(one => $"{one.Severity.ToString().ToLowerInvariant()} {one.Code} {one.Object} {one.Path}: {one.Message}"),
        ];
    }

    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(File), File);

    public void Deserialize(IXunitSerializationInfo info) => File = info.GetValue<string>(nameof(File));

    public override string ToString() => File;
}
