using System.Text;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Infra.Tests.Stacks;
using MeshStack.Preview;

namespace MeshStack.Infra.Tests.DefinitionInput;

/// <summary>Nothing of a definition is taken in silence that cannot mean what its author thinks: the cases are in Cases, each with exactly
/// the lines that are said.</summary>
public sealed class InputTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/MeshStack.Infra.Tests/DefinitionInput");

    public static TheoryData<string> Files { get; } =
    [.. Directory.EnumerateFiles(Path.Combine(Folder, "Cases"), "*.md").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void EachCaseIsAnswered(string file)
    {
        var path = Path.Combine(Folder, "Cases", file);
        var text = File.ReadAllText(path);
        var cases = InputCase.Read(text);
        var said = cases.ToDictionary(c => c.Name, Said, StringComparer.Ordinal);
        if (AcceptedText.Accepts)
        {
            File.WriteAllText(path, InputCase.Accept(text, said));
            return;
        }

        Assert.NotEmpty(cases);
        Assert.All(cases, one => Assert.Equal(string.Join('\n', one.Says), string.Join('\n', said[one.Name])));
    }

    [Fact]
    public void OfTheBaseNothingIsSaid() => Assert.Empty(Said(new("the base", [], [], [], [])));

    private static IReadOnlyList<string> Said(InputCase one)
    {
        using var project = new SampleProject();
        File.Delete(project.PathOf("Pulumi.test.yaml"));
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Pulumi.t.yaml"] = File.ReadAllText(Path.Combine(Folder, "Pulumi.t.yaml")),
            ["s.yaml"] = File.ReadAllText(Path.Combine(Folder, "s.yaml")),
        };
        foreach (var (file, text, _) in one.Files)
        {
            // What begins like a file of several documents is added to it.
            files[file] = text.StartsWith("---\n", StringComparison.Ordinal) ? files.GetValueOrDefault(file) + text : text;
        }

        foreach (var (file, old, by) in one.Edits)
        {
            Assert.True(files[file].Contains(old, StringComparison.Ordinal), $"{one.Name}: {file} has no '{old}'");
            files[file] = files[file].Replace(old, by, StringComparison.Ordinal);
        }

        foreach (var (file, text) in files)
        {
            project.Write(file.StartsWith("Pulumi.", StringComparison.Ordinal) ? file : "infra/mesh/t/" + file, text);
            if (one.Files.Any(f => f.File == file && f.IsLatin))
            {
                File.WriteAllText(project.PathOf("infra/mesh/t/" + file), text, Encoding.Latin1);
            }
        }

        foreach (var (file, target) in one.Links)
        {
            File.CreateSymbolicLink(project.PathOf("infra/mesh/t/" + file), target);
        }

        try
        {
            var definition = DefinitionLoader.Load(project.Root, "t");
            _ = StackComposition.Compose(definition);
            return [.. definition.Warnings.Select(Line)];
        }
        catch (DefinitionException e)
        {
            return [.. e.Problems.Select(Line)];
        }
    }

    private static string Line(DefinitionProblem problem) =>
        $"{(problem.Severity == ProblemSeverity.Error ? "error" : "warning")}: {problem}";
}
