using MeshStack.Generate.Istio;

namespace MeshStack.Generate.Options;

/// <summary>The types of options that take one of some fixed values: a file each, of the sentences about them.</summary>
internal static class OptionsWriter
{
    private const string Header = """
        // Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
        using Pulumi;

        namespace MeshStack;


        """;

    /// <summary>Texts by the names of their files.</summary>
    public static IEnumerable<(string File, string Text)> Files()
    {
        var lines = Sentences.Lines("Options").ToList();
        foreach (var (name, sentence) in lines.Where(line => !line.Path.Contains('.', StringComparison.Ordinal)))
        {
            var values =
                from line in lines
                where line.Path.StartsWith(name + ".", StringComparison.Ordinal)
                let wire = line.Path[(name.Length + 1)..]
                select new EnumValue(IstioNames.Value(name, wire), wire, line.Sentence);
            var text = new SourceText(Header);
            EnumWriter.Write(text, name, sentence, values);
            yield return ($"{name}.cs", text.ToString());
        }
    }
}
