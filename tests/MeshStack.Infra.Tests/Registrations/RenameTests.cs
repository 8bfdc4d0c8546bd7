using System.Text.RegularExpressions;
using MeshStack.Definition.Intents;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Infra.Tests.Topologies;

namespace MeshStack.Infra.Tests.Registrations;

/// <summary>What is renamed with <c>renamedFrom</c> is known to the engine as what it was.</summary>
public sealed partial class RenameTests
{
    public static TheoryData<string> Meshes => Combination.Names;

    [Theory]
    [MemberData(nameof(Meshes))]
    public void ClustersServicesAndAccessesKeepWhatTheyMade(string name)
    {
        Assert.Empty(Lost(name, stack: RenameClusters, intents: text => RenameIntents(NewClusters(text))));
        Assert.Empty(Lost(name, stack: RenameClusters, intents: NewClusters));
        Assert.Empty(Lost(name, stack: text => text, intents: RenameIntents));
    }

    [Theory]
    [MemberData(nameof(Meshes))]
    public void WithoutItTheyWouldBeMadeAgain(string name) =>
        Assert.NotEmpty(
            Lost(name, stack: text => RenameClusters(text).Replace("renamedFrom", "# ", StringComparison.Ordinal), NewClusters)
        );

    /// <summary>The second step of two: what was renamed first keeps its alias beside the new one.</summary>
    [Fact]
    public void ARenameAfterAnotherFindsBothStates()
    {
        var clusters = Urns("federated-2", RenameClusters, NewClusters);
        var both = Urns("federated-2", RenameClusters, text => RenameIntents(NewClusters(text)));
        Assert.Empty(clusters.Present.Where(urn => !both.All.Contains(urn)).ToList());
    }

    [Fact]
    public void AnotherMeshIdMakesNothingNew()
    {
        var before = Urns("federated-2", text => text, text => text);
        var after = Urns("federated-2", text => text.Replace("meshId: sample", "meshId: other", StringComparison.Ordinal), text => text);
        Assert.Equal(before.Present, after.Present);
    }

    private static List<string> Lost(string name, Func<string, string> stack, Func<string, string> intents)
    {
        var after = Urns(name, stack, intents).All;
        return [.. Urns(name, text => text, text => text).Present.Where(urn => !after.Contains(urn))];
    }

    private static PlanUrns Urns(string name, Func<string, string> stack, Func<string, string> intents)
    {
        var mesh = Combination.Named(name);
        using var project = new SampleProject();
        project.Write("Pulumi.test.yaml", stack(SampleMesh.Stack(mesh.Topology, [.. mesh.ClusterNames.Select(mesh.NetworkOf)])));
        project.Write("infra/mesh/test/shop.yaml", intents(SampleMesh.Intents(mesh.Clusters)));
        return new(DefinitionPlanner.Plan(DefinitionLoader.Load(project.Root, "test")).Plan);
    }

    private static string RenameClusters(string text) => ClusterKey().Replace(text, "$1$2-new:\n$1  renamedFrom: $2");

    private static string NewClusters(string text) => ClusterReference().Replace(text, "$0-new");

    private static string RenameIntents(string text) =>
        ServiceReference().Replace(IntentName().Replace(text, "name: $1-new\nrenamedFrom: $1"), "$0-new");

    [GeneratedRegex("^( +)(c\\d):", RegexOptions.Multiline)]
    private static partial Regex ClusterKey();

    [GeneratedRegex("^cluster: c\\d", RegexOptions.Multiline)]
    private static partial Regex ClusterReference();

    [GeneratedRegex("^name: ([-a-z]+)", RegexOptions.Multiline)]
    private static partial Regex IntentName();

    [GeneratedRegex("^service: [-a-z]+", RegexOptions.Multiline)]
    private static partial Regex ServiceReference();
}
