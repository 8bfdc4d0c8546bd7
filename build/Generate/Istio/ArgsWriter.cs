namespace MeshStack.Generate.Istio;

/// <summary>The args of Istio's objects as Pulumi takes them: a file for every kind, and one for what several kinds share.</summary>
internal sealed class ArgsWriter
{
    private const string Header = """
        // Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
        using Pulumi;
        using Pulumi.Kubernetes.ApiExtensions;

        namespace MeshStack.Istio;

        """;

    private readonly SourceText _text = new(Header);

    /// <summary>Texts by the names of their files.</summary>
    public static IEnumerable<(string File, string Text)> Files(IstioTypes istio)
    {
        var (sentences, obsolete) = (Sentences.Read(file => !IsApart(file)), Sentences.Read(file => file == "Obsolete"));
        var writers = new FilesByKind<ArgsWriter>();
        foreach (var kind in istio.Kinds)
        {
            writers.For([kind.Name]).Write(kind, sentences);
        }

        foreach (var type in istio.Types)
        {
            writers.For(type.Kinds).Write(type, sentences, obsolete);
        }

        foreach (var values in istio.Enums)
        {
            writers.For(values.Kinds).Write(values, sentences);
        }

        var unused = string.Join(", ", sentences.Unused.Concat(obsolete.Unused));
        return unused.Length == 0
            ? writers.All.Select(one => ($"{one.Key}Args.cs", one.Value._text.ToString()))
            : throw new InvalidOperationException($"No table has {unused}");
    }

    private static bool IsApart(string file) => file is "Obsolete" or "Options";

    private void Write(IstioKind kind, Sentences sentences)
    {
        var sentence = sentences.Of(kind.Name) ?? $"{kind.Name}.";
        _text.Line();
        _text.Documentation("", "summary", $"{sentence.TrimEnd('.')} ({kind.ApiVersion}).");
        Since("", kind.Since);
        _text.Line($"public sealed class {kind.Name}(string name, {kind.Name}Args args, CustomResourceOptions? options = null)");
        _text.Line("    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);");
        _text.Line();
        _text.Documentation("", "summary", $"Arguments of a <see cref=\"{kind.Name}\"/>.");
        Since("", kind.Since);
        _text.Line($"public sealed class {kind.Name}Args() : CustomResourceArgs(\"{kind.ApiVersion}\", \"{kind.Name}\")");
        _text.Line("{");
        _text.Line("    /// <summary>What the object says.</summary>");
        Single("spec", $"{kind.Spec}Args", "Spec", kind.IsSpecRequired);
        _text.Line("}");
    }

    private void Write(IstioType type, Sentences sentences, Sentences obsolete)
    {
        _text.Line();
        _text.Documentation("", "summary", sentences.Of(type.Name) ?? $"{type.MainPlace}.");
        Since("", type.Since);
        _text.Line($"public sealed partial class {type.Name}Args : ResourceArgs");
        _text.Line("{");
        var first = true;
        foreach (var (wire, member) in type.Members)
        {
            if (!first)
            {
                _text.Line();
            }

            first = false;
            var path = $"{type.Name}.{wire}";
            Write(wire, member, sentences.Of(path) ?? SchemaSentence.Of(member), obsolete.Of(path));
        }

        _text.Line("}");
    }

    private void Write(string wire, IstioMember member, string sentence, string? obsolete)
    {
        var held = member.Kind == MemberKind.Type ? member.Type + "Args" : member.Type;
        if (member.Form == MemberForm.Single)
        {
            Documented();
            Single(wire, held, member.Name, member.IsRequired);
            return;
        }

        // Pulumi reads the field: a list that nobody has touched is not sent.
        var collection = member.Form == MemberForm.Map ? $"InputMap<{held}>" : $"InputList<{held}>";
        var field = $"_{char.ToLowerInvariant(member.Name[0])}{member.Name[1..]}";
        Input(wire, member.IsRequired);
        _text.Line($"    private {collection}? {field};");
        _text.Line();
        Documented();
        _text.Line($"    public {collection} {member.Name}");
        _text.Line("    {");
        _text.Line($"        get => {field} ??= new();");
        _text.Line($"        set => {field} = value;");
        _text.Line("    }");

        void Documented()
        {
            _text.Documentation("    ", "summary", sentence);
            Since("    ", member.Since);
            if (obsolete is not null)
            {
                _text.Line($"    [Obsolete(\"{obsolete}\")]");
            }
        }
    }

    private void Write(IstioEnum values, Sentences sentences)
    {
        _text.Line();
        EnumWriter.Write(
            _text,
            values.Name,
            sentences.Of(values.Name) ?? "One of the values of the API.",
            values.Values.Select(value => new EnumValue(
                IstioNames.Value(values.Name, value),
                value,
                sentences.Of($"{values.Name}.{value}") ?? $"<c>{value}</c>.",
                values.Since[value] == IstioTypes.Oldest ? null : $"Since Istio {values.Since[value]}."
            ))
        );
    }

    private void Single(string wire, string held, string name, bool isRequired)
    {
        Input(wire, isRequired);
        _text.Line(
            isRequired ? $"    public Input<{held}> {name} {{ get; set; }} = null!;" : $"    public Input<{held}>? {name} {{ get; set; }}"
        );
    }

    private void Input(string wire, bool isRequired) => _text.Line($"    [Input(\"{wire}\"{(isRequired ? ", required: true" : "")})]");

    private void Since(string indent, string version)
    {
        if (version != IstioTypes.Oldest)
        {
            _text.Documentation(indent, "remarks", $"Since Istio {version}.");
        }
    }
}
