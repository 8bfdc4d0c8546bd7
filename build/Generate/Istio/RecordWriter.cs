namespace MeshStack.Generate.Istio;

/// <summary>The immutable records of Istio's objects: a file for every kind, and one for what several kinds share.</summary>
internal sealed class RecordWriter
{
    private const string Header = """
        // Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
        namespace MeshStack.Definition.Istio;

        """;

    private readonly SourceText _text = new(Header);

    /// <summary>Texts by the names of their files.</summary>
    public static IEnumerable<(string File, string Text)> Files(IstioTypes istio)
    {
        var writers = new FilesByKind<RecordWriter>();
        foreach (var type in istio.Types)
        {
            writers.For(type.Kinds).Write(type);
        }

        foreach (var constants in istio.Enums)
        {
            writers.For(constants.Kinds).Write(constants);
        }

        return writers.All.Select(one => ($"{one.Key}.cs", one.Value._text.ToString()));
    }

    private static string Declared(IstioMember member)
    {
        var held = member.Kind switch
        {
            MemberKind.Enum => "string",
            MemberKind.Late => "TextValue",
            _ => member.Type,
        };
        return member.Form switch
        {
            MemberForm.List => $"public IReadOnlyList<{held}> {member.Name} {{ get; init; }} = [];",
            MemberForm.MeantList => $"public IReadOnlyList<{held}>? {member.Name} {{ get; init; }}",
            MemberForm.Map => $"public IReadOnlyDictionary<string, {held}>? {member.Name} {{ get; init; }}",
            _ => $"public {held}? {member.Name} {{ get; init; }}",
        };
    }

    private void Write(IstioType type)
    {
        _text.Line();
        _text.Line($"/// <summary>{type.MainPlace}.</summary>");
        _text.Line($"internal sealed partial record {type.Name} : IIstioNode");
        _text.Line("{");
        foreach (var member in type.Members.Values)
        {
            _text.Line("    " + Declared(member));
            _text.Line();
        }

        _text.Line("    /// <inheritdoc/>");
        _text.Line("    public IReadOnlyDictionary<string, object> ToTree()");
        _text.Line("    {");
        _text.Line("        var tree = new TreeBuilder();");
        foreach (var (wire, member) in type.Members)
        {
            var add = member.Form == MemberForm.MeantList ? "AddEvenEmpty" : "Add";
            _text.Line($"        tree.{add}(\"{wire}\", {member.Name});");
        }

        _text.Line("        return tree.ToTree();");
        _text.Line("    }");
        _text.Line("}");
    }

    private void Write(IstioEnum constants)
    {
        _text.Line();
        _text.Line($"internal static class {constants.Name}");
        _text.Line("{");
        foreach (var value in constants.Values)
        {
            _text.Line($"    public const string {IstioNames.Value(constants.Name, value)} = \"{value}\";");
        }

        _text.Line("}");
    }
}
