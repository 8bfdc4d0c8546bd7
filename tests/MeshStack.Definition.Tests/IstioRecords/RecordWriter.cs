using System.Globalization;
using System.Text;

namespace MeshStack.Definition.Tests.IstioRecords;

/// <summary>The files of the records: one for every kind, and one for what several kinds share.</summary>
internal sealed class RecordWriter
{
    private const string Shared = "Shared";
    private const string Header = """
        // Made from manifests/Crds/Tables by tests/MeshStack.Definition.Tests/IstioRecords; to make it anew: tests/accept.
        namespace MeshStack.Definition.Istio;

        """;

    private readonly StringBuilder _text = new(Header);

    /// <summary>Texts by the names of their files.</summary>
    public static SortedDictionary<string, string> Files(RecordReader read)
    {
        var writers = new SortedDictionary<string, RecordWriter>(StringComparer.Ordinal);
        foreach (var record in read.Records)
        {
            For(record.Kinds).Write(record);
        }

        foreach (var constants in read.Constants)
        {
            For(constants.Kinds).Write(constants);
        }

        return new(writers.ToDictionary(one => one.Key + ".cs", one => one.Value._text.ToString()), StringComparer.Ordinal);

        RecordWriter For(SortedSet<string> kinds)
        {
            var file = kinds.Count == 1 ? kinds.Min! : Shared;
            return writers.TryGetValue(file, out var writer) ? writer : writers[file] = new();
        }
    }

    private static string Declared(RecordMember member) =>
        member.Form switch
        {
            MemberForm.List => $"public IReadOnlyList<{member.Type}> {member.Name} {{ get; init; }} = [];",
            MemberForm.MeantList => $"public IReadOnlyList<{member.Type}>? {member.Name} {{ get; init; }}",
            MemberForm.Map => $"public IReadOnlyDictionary<string, {member.Type}>? {member.Name} {{ get; init; }}",
            _ => $"public {member.Type}? {member.Name} {{ get; init; }}",
        };

    private void Write(Record record)
    {
        Line();
        Line($"/// <summary>{record.MainPlace}.</summary>");
        Line($"internal sealed partial record {record.Name} : {nameof(Istio.IIstioNode)}");
        Line("{");
        foreach (var member in record.Members.Values)
        {
            Line("    " + Declared(member));
            Line();
        }

        Line("    /// <inheritdoc/>");
        Line("    public IReadOnlyDictionary<string, object> ToTree()");
        Line("    {");
        Line($"        var tree = new {nameof(Istio.TreeBuilder)}();");
        foreach (var (wire, member) in record.Members)
        {
            var add = member.Form == MemberForm.MeantList ? nameof(Istio.TreeBuilder.AddEvenEmpty) : nameof(Istio.TreeBuilder.Add);
            Line($"        tree.{add}(\"{wire}\", {member.Name});");
        }

        Line("        return tree.ToTree();");
        Line("    }");
        Line("}");
    }

    private void Write(Constants constants)
    {
        Line();
        Line($"internal static class {constants.Name}");
        Line("{");
        foreach (var value in constants.Values)
        {
            Line($"    public const string {RecordNames.Value(constants.Name, value)} = \"{value}\";");
        }

        Line("}");
    }

    private void Line(string text = "") => _text.Append(CultureInfo.InvariantCulture, $"{text}\n");
}
