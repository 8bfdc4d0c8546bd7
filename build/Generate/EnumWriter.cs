namespace MeshStack.Generate;

/// <summary>Types of fixed values, in the form of Pulumi's own.</summary>
internal static class EnumWriter
{
    public static void Write(SourceText text, string name, string sentence, IEnumerable<EnumValue> values)
    {
        var all = values.ToList();
        text.Documentation("", "summary", sentence);
        text.Line("[EnumType]");
        text.Line($"public readonly record struct {name}");
        text.Line("{");
        text.Line("    private readonly string _name;");
        text.Line();
        text.Line($"    private {name}(string name) => _name = name;");
        text.Line();
        foreach (var value in all)
        {
            text.Documentation("    ", "summary", value.Sentence);
            if (value.Remarks is { } remarks)
            {
                text.Documentation("    ", "remarks", remarks);
            }

            text.Line($"    public static {name} {value.Name} {{ get; }} = new(\"{value.Wire}\");");
            text.Line();
        }

        text.Line("    /// <summary>Names on the wire, in the order of the API.</summary>");
        WriteNames(text, all);
        text.Line();
        text.Line("    /// <summary>Value of a name on the wire.</summary>");
        text.Line($"    public static {name} Parse(string name) => new(WireName.Require(name, Values));");
        text.Line();
        text.Line("    /// <summary>Name on the wire.</summary>");
        text.Line($"    public static explicit operator string({name} value) => value._name;");
        text.Line();
        text.Line("    /// <inheritdoc/>");
        text.Line("    public override string ToString() => _name;");
        text.Line("}");
    }

    // One line where it fits, else the list below, else a line for every name: as the formatter has it.
    private static void WriteNames(SourceText text, List<EnumValue> all)
    {
        const string Declared = "    public static IReadOnlyList<string> Values { get; } =";
        var list = $"[{string.Join(", ", all.Select(value => $"{value.Name}._name"))}];";
        if (Declared.Length + 1 + list.Length <= SourceText.Width)
        {
            text.Line($"{Declared} {list}");
            return;
        }

        text.Line(Declared);
        if (list.Length + 4 <= SourceText.Width)
        {
            text.Line($"    {list}");
            return;
        }

        text.Line("    [");
        foreach (var value in all)
        {
            text.Line($"        {value.Name}._name,");
        }

        text.Line("    ];");
    }
}
