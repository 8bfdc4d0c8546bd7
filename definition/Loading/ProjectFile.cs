using System.Text.RegularExpressions;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What Pulumi needs of <c>Pulumi.yaml</c>, which nothing else here reads: it would say so at the first update only.</summary>
internal static partial class ProjectFile
{
    private const string Shown = "Pulumi.yaml";
    private const string Name = "the project's name, by which Pulumi keeps its stacks";

    // Those that Pulumi brings along; others may be installed beside it.
    private static readonly string[] Runtimes = ["bun", "dotnet", "go", "java", "nodejs", "python", "yaml"];

    // Names that differ by more may be those of somebody's own.
    private const int MostWrongLetters = 2;

    public static void Check(string root, ProblemList problems)
    {
        var path = Path.Combine(root, Shown);
        if (!File.Exists(path))
        {
            return;
        }

        var found = new ProblemList();
        var documents = YamlSource.ReadFile(path, Shown, found);
        problems.AddAll(found);
        if (found.HasErrors)
        {
            return;
        }

        if (documents is not [var document, ..] || document.IsNullValue)
        {
            problems.Error(new SourceLocation(Shown, 1), "name", $"required: {Name}");
            return;
        }

        var reader = new ObjectReader(document, problems);
        if (!document.IsMapping)
        {
            return;
        }

        var name = reader.Required("name", Name);
        if (name.Length > 0 && !ProjectName().IsMatch(name))
        {
            problems.Error(
                reader.Lines.Find("name"),
                "name",
                $"'{name}' is not a name of a project (letters, digits, '-', '_' and '.', at most 100 characters)"
            );
        }

        Runtime(reader, problems);
    }

    /// <summary>A text, or a mapping with a name and options.</summary>
    private static void Runtime(ObjectReader reader, ProblemList problems)
    {
        var isMapping = reader.Value("runtime") is { IsMapping: true };
        var given = isMapping ? reader.Object("runtime")! : reader;
        var key = isMapping ? "name" : "runtime";
        var runtime = given.Required(key, "the language of the program, such as dotnet");
        if (
            runtime.Length > 0
            && !Runtimes.Contains(runtime)
            && Spelling.Nearest(runtime, Runtimes, MostWrongLetters) is { Length: > 0 } near
        )
        {
            problems.Error(
                reader.Lines.Find(given.PathOf(key)),
                given.PathOf(key),
                $"'{runtime}' is not a language that Pulumi brings along; allowed: {string.Join(", ", Runtimes)}{near}"
            );
        }
    }

    // https://www.pulumi.com/docs/iac/concepts/projects/project-file/#attributes
    [GeneratedRegex("^[A-Za-z0-9_.-]{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex ProjectName();
}
