using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using MeshStack.Analysis.Findings;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology;
using MeshStack.Cli.Commands;
using MeshStack.Definition;
using MeshStack.Fuzz.Tests.Grammar;
using MeshStack.Manifests;

namespace MeshStack.Fuzz.Tests;

/// <summary>Whatever is given, there is an answer or an error that says what is wrong: nothing crashes, hangs, or is left behind.</summary>
public sealed class InputPropertyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    [Fact]
    public void TextsAreReadOrRefused() =>
        Fuzzer.Run(
            Texts.From(Seeds.Manifests),
            Examined.Inputs(400),
            text =>
            {
                try
                {
                    var manifests = ManifestYaml.Read(text, "a.yaml", "one");
                    _ = ManifestLines.Read(text, "a.yaml").Find(1, "spec.rules[0]");
                    using StringWriter written = new(CultureInfo.InvariantCulture);
                    ManifestYaml.Write(written, manifests);
                    Assert.Equal(manifests.Count, ManifestYaml.Read(written.ToString(), "b.yaml", "one").Count);
                }
                catch (ManifestFormatException e)
                {
                    Assert.NotEmpty(e.Problems);
                }
            },
            text => text
        );

    [Fact]
    public void ObjectsAreJudged() =>
        Fuzzer.Run(
            Objects.OfIstio.Array[1, 3],
            Examined.Inputs(350),
            objects =>
            {
                Manifest[] manifests = [.. objects.Select(body => Manifest.From("one", body))];
                foreach (var crds in IstioCrds.Versions.Select(IstioCrds.For))
                {
                    Assert.All(manifests.SelectMany(crds.Validate), error => Assert.NotEmpty(error.Message));
                }

                Assert.All(IstioChecks.Check(manifests), finding => Assert.NotEmpty(finding.Message));
            },
            Shown
        );

    [Fact]
    public void MeshesHaveAnAnswer() =>
        Fuzzer.Run(
            Gen.Select(Objects.OfIstio.Array[0, 4], Texts.From([Seeds.Mesh])),
            Examined.Inputs(100),
            mesh =>
            {
                Manifest[] manifests = [.. mesh.Item1.Select(body => Manifest.From("one", body)), .. Read(mesh.Item2)];
                var snapshot = Snapshot.From(new SnapshotSources { Manifests = manifests });
                var matrix = AccessMatrix.From(snapshot);
                Assert.All(matrix.Cells, cell => Assert.NotEmpty(cell.Requests.Possible.ToString()));
                _ = AccessFindings.Of(snapshot, matrix);
            },
            mesh => $"{Shown(mesh.Item1)}\n---\n{mesh.Item2}"
        );

    [Fact]
    public void DefinitionsAreReadOrRefused()
    {
        var project = new Project(_folder);
        Fuzzer.Run(
            Gen.Select(Texts.From(Seeds.Stacks), Texts.From(Seeds.Intents)),
            Examined.Inputs(100),
            texts =>
            {
                project.Write(texts.Item1, texts.Item2);
                try
                {
                    _ = DefinitionLoader.Load(_folder, "dev");
                }
                catch (DefinitionException e)
                {
                    Assert.NotEmpty(e.Problems);
                }
            },
            texts => $"{texts.Item1}\n=== intents\n{texts.Item2}"
        );
    }

    [Fact]
    public void CommandLinesEndWithACodeThatIsDocumented()
    {
        var project = new Project(_folder);
        project.Write(Seeds.Stacks[0], Seeds.Intents[0]);
        Fuzzer.Run(
            Arguments.In(_folder),
            Examined.Inputs(50),
            arguments =>
            {
                using StringWriter output = new(CultureInfo.InvariantCulture);
                using StringWriter error = new(CultureInfo.InvariantCulture);
                var streams = new Streams
                {
                    Output = output,
                    Error = error,
                    IsOutputPiped = true,
                    IsErrorPiped = true,
                    Columns = null,
                    Input = () => new MemoryStream(Encoding.UTF8.GetBytes(Seeds.Mesh)),
                };
                var exitCode = CommandLine.RunAsync(arguments, streams).GetAwaiter().GetResult();
                Assert.InRange(exitCode, 0, 4);
                Assert.DoesNotContain("   at MeshStack.", output.ToString() + error, StringComparison.Ordinal);
                Assert.DoesNotContain(output.ToString() + error, letter => char.IsControl(letter) && letter is not ('\n' or '\t'));
            },
            arguments => JsonSerializer.Serialize(arguments)
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Shown(IReadOnlyCollection<Dictionary<string, object?>> objects) => JsonSerializer.Serialize(objects);

    private static IReadOnlyList<Manifest> Read(string text)
    {
        try
        {
            return ManifestYaml.Read(text, "a.yaml", "one");
        }
        catch (ManifestFormatException)
        {
            return [];
        }
    }
}
