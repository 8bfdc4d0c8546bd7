using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access;

/// <summary>Folders as people have them: what kubectl would apply of them is what counts, and the rest is said.</summary>
public sealed class FolderReadingTests : IDisposable
{
    private const string Mesh = """
        apiVersion: v1
        kind: Namespace
        metadata: {name: yard, labels: {istio-injection: enabled}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: shed, namespace: yard}
        spec: {selector: {app: shed}, ports: [{port: 8000, name: http}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shed, namespace: yard}
        spec: {template: {metadata: {labels: {app: shed}}, spec: {serviceAccountName: shed, containers: [{name: app}]}}}

        """;

    private const string Nothing = """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: door, namespace: yard}
        spec: {}

        """;

    private const string Open = """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: door, namespace: yard}
        spec: {rules: [{}]}

        """;

    private readonly string _root = Directory.CreateTempSubdirectory("folder").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void OfAnObjectThatStandsThereTwiceTheLastCounts()
    {
        Write("mesh.yaml", Mesh);
        Write("a.yaml", Nothing);
        Write("b.yaml", Open);

        Assert.Equal(("allowed", ReadingCodes.ObjectTwice), Read());
    }

    [Fact]
    public void TheSameObjectTwiceIsNothingToSpeakOf()
    {
        Write("mesh.yaml", Mesh);
        Write("a.yaml", Nothing);
        Write("b.yaml", Nothing);

        Assert.Equal(("denied", ""), Read());
    }

    [Fact]
    public void ManifestsCountWhateverTheirFilesAreCalled()
    {
        Write("mesh.yaml", Mesh);
        Write("values-closed.yaml", Nothing);

        Assert.Equal(("denied", ""), Read());
    }

    [Theory]
    [InlineData("values.yaml", "replicas: 3\n")]
    [InlineData("package.json", "[1, 2]")]
    [InlineData("kind.yaml", "apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nnodes: []\n")]
    public void WhatIsNoManifestIsPassedByAndSaid(string file, string text)
    {
        Write("mesh.yaml", Mesh + "---\n" + Nothing);
        Write(file, text);

        Assert.Equal(("denied", ReadingCodes.DocumentPassedBy), Read());
    }

    [Fact]
    public void AnIstioOperatorNeedsNoName()
    {
        Write("mesh.yaml", Mesh + "---\n" + Nothing);
        Write("operator.yaml", "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: {revision: other}\n");

        Assert.Equal(("undecided", ""), Read());
    }

    [Fact]
    public void ABlockMayBeginWithABlankLineOfSpaces()
    {
        Write("mesh.yaml", Mesh + "---\n" + Nothing);
        Write("map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata:\n  text: |\n      \n    first\n  other: x\n");

        Assert.Equal(("denied", ""), Read());
    }

    [Fact]
    public void APatchThatDeletesTakesItsObjectAway()
    {
        Write("mesh.yaml", Mesh);
        Write("a.yaml", Nothing);
        Write("b.yaml", "$patch: delete\n" + Nothing);

        Assert.Equal(("allowed", ReadingCodes.ObjectTakenAway), Read());
    }

    [Fact]
    public void AKustomizationTakesAwayWhatItsPatchDeletes()
    {
        Write("mesh.yaml", Mesh);
        Write("door.yaml", Nothing);
        Write(
            "kustomization.yaml",
            "resources: [mesh.yaml, door.yaml]\npatches:\n- patch: |\n    $patch: delete\n    apiVersion: security.istio.io/v1\n    kind: "
                + "AuthorizationPolicy\n    metadata: {name: door, namespace: yard}\n"
        );

        Assert.Equal(("allowed", ReadingCodes.ObjectTakenAway), Read());
    }

    [Fact]
    public void WhatAKustomizationDoesNotListIsNotRead()
    {
        Write("mesh.yaml", Mesh);
        Write("door.yaml", Nothing);
        Write("kustomization.yaml", "resources: [mesh.yaml]\n");

        Assert.Equal(("allowed", ReadingCodes.DocumentPassedBy), Read());
    }

    [Fact]
    public void AKustomizationListsFoldersAndSetsTheirNamespace()
    {
        Write("mesh.yaml", Mesh);
        Write("base/door.yaml", Nothing.Replace(", namespace: yard", "", StringComparison.Ordinal));
        Write("base/kustomization.yaml", "resources: [door.yaml]\nnamespace: yard\n");
        Write("kustomization.yaml", "resources: [mesh.yaml, base]\n");

        Assert.Equal(("denied", ""), Read());
    }

    [Theory]
    [InlineData("namePrefix: a-")]
    [InlineData("commonAnnotations: {istio.io/dry-run: \"true\"}")]
    [InlineData("images: [{name: docker.io/istio/pilot, newTag: 1.31.0}]")]
    [InlineData("components: [more]")]
    [InlineData("resources: [https://example.com/door.yaml]")]
    [InlineData("patches: [{target: {kind: AuthorizationPolicy}, patch: \"[{op: remove, path: /spec}]\"}]")]
    public void WhatAKustomizationDoesBesidesLeavesNothingDecided(string besides)
    {
        Write("mesh.yaml", Mesh);
        Write("base/kustomization.yaml", "resources: [../mesh.yaml]\n");
        Write("kustomization.yaml", besides + "\n" + (besides.StartsWith('r') ? "" : "resources: [base]\n"));

        Assert.Equal(("undecided", ReadingCodes.KustomizationNotBuilt), Read());
    }

    /// <summary>Each lists the next one twice, which makes more objects than there is room for.</summary>
    [Fact]
    public void KustomizationsThatMultiplyEachOtherAreNotBuiltToTheEnd()
    {
        const int Folders = 40;
        for (var folder = 0; folder < Folders; folder++)
        {
            Write($"k{folder}/kustomization.yaml", $"resources: [../k{folder + 1}, ../k{folder + 1}]\n");
        }

        Write("mesh.yaml", Mesh);
        Write($"k{Folders}/kustomization.yaml", "resources: [../mesh.yaml]\n");
        Assert.Equal("undecided", Read().Decision);
    }

    [Fact]
    public void AnObjectThatTheApiServerRefusesDoesNotCount()
    {
        Write("mesh.yaml", Mesh);
        Write("door.yaml", Nothing.Replace("spec: {}", "spec: {action: FORBID}", StringComparison.Ordinal));

        Assert.Equal(("allowed", ReadingCodes.ObjectRefused), Read());
    }

    [Fact]
    public void AnObjectThatTheWebhookRefusesDoesNotCount()
    {
        Write("mesh.yaml", Mesh);
        Write("door.yaml", Nothing.Replace("spec: {}", "spec: {action: DENY}", StringComparison.Ordinal));

        Assert.Equal(("allowed", ReadingCodes.ObjectRefused), Read());
    }

    [Fact]
    public void WhereNothingIsValidatedItCounts()
    {
        Write("mesh.yaml", Mesh);
        Write("door.yaml", Nothing.Replace("spec: {}", "spec: {action: DENY, rules: [{from: [{}]}]}", StringComparison.Ordinal));
        Write(
            "helmfile.yaml",
            "releases: [{name: istiod, namespace: istio-system, chart: istio/istiod, values: [{global: {configValidation: false}}]}]\n"
        );

        Assert.Equal("", Read().Notes);
    }

    [Fact]
    public void AFieldThatNoDefinitionHasDoesNotCount()
    {
        Write("mesh.yaml", Mesh);
        Write("door.yaml", Nothing.Replace("spec: {}", "spec: {}\nsince: now", StringComparison.Ordinal));

        Assert.Equal(("denied", ReadingCodes.FieldDropped), Read());
    }

    [Fact]
    public void WhatIsGivenAsAppliedCountsAsItIs()
    {
        Write("mesh.yaml", Mesh);
        Write("door.yaml", Nothing.Replace("spec: {}", "spec: {action: DENY}", StringComparison.Ordinal));

        Assert.Empty(Snapshot.From(Snapshot.SourcesOfFolder(_root) with { CountsRefused = true }).Notes);
    }

    private (string Decision, string Notes) Read()
    {
        var snapshot = Snapshot.FromFolder(_root);
        var verdict = AccessEvaluator.Evaluate(
            snapshot,
            new Caller.InMesh("east", "yard", "shed"),
            new Request { Host = "shed.yard", Port = 8000 }
        );
        return (verdict.Decision, string.Join(", ", snapshot.Notes.Select(note => note.Code).Distinct()));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, "east", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
