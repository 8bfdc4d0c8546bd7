using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;
using Xunit.Abstractions;

namespace MeshStack.Analysis.Tests.Access.Calls;

/// <summary>A case of Access/Calls/Cases: objects, those that a change adds, replaces or removes, and what that does with calls.</summary>
public sealed class CallCase : IXunitSerializable
{
    private static readonly string Folder = Path.Combine(AccessCase.Root, "Calls", "Cases");

    [Obsolete("For the test runner only.")]
    public CallCase()
        : this("") { }

    private CallCase(string file) => File = file;

    public static IReadOnlyList<CallCase> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.yaml")
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .Select(file => new CallCase(file!)),
    ];

    public string File { get; private set; }

    internal Field Field => Field.From(ManifestYaml.Read(System.IO.File.ReadAllText(Path.Combine(Folder, File)), File, "any")[0].Body);

    internal IReadOnlyList<string> Expected => [.. Field["changes"].Items.Select(item => item.Text!)];

    internal SnapshotSources Before => CaseSources.Of(Field);

    internal SnapshotSources After
    {
        get
        {
            Manifest[] added =
            [
                .. Field["added"]
                    .Entries.SelectMany(cluster =>
                        cluster.Items.Select(item => Manifest.From(cluster.Name, (IReadOnlyDictionary<string, object?>)item.Value!))
                    ),
            ];
            var before = Before;
            var gone = Field["removed"]
                .Entries.SelectMany(cluster =>
                    cluster.Items.Select(item => (cluster.Name, item["kind"].Text!, item["namespace"].Text, item["name"].Text!))
                )
                .Concat(added.Select(KeyOf))
                .ToHashSet();
            return before with { Manifests = [.. before.Manifests.Where(old => !gone.Contains(KeyOf(old))), .. added] };
        }
    }

    internal IReadOnlyList<CallChange> Changes() =>
        CallDiff.Between(AccessMatrix.From(Snapshot.From(Before)), AccessMatrix.From(Snapshot.From(After)));

    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(File), File);

    public void Deserialize(IXunitSerializationInfo info) => File = info.GetValue<string>(nameof(File));

    public override string ToString() => File;

    private static (string Cluster, string Kind, string? Namespace, string Name) KeyOf(Manifest one) =>
        (one.Cluster, one.Kind, one.Namespace, one.Name);
}
