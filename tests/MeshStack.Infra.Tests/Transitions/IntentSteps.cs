using MeshStack.Definition.Intents;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Preview.Transitions;

namespace MeshStack.Infra.Tests.Transitions;

/// <summary>What a change of intents says, held against a git revision and against the state of a stack.</summary>
internal static class IntentSteps
{
    public const string Clusters = "meshstack:clusters:\n  east: {context: e}\n  west: {context: w}";

    /// <summary>Both say the same, which is returned.</summary>
    public static IReadOnlyList<string> Notices(string before, string after, string settings = Clusters, string? settingsAfter = null)
    {
        var (from, to) = (Definition(before, settings), Definition(after, settingsAfter ?? settings));
        var since = Notices(MeshState.From(from), MeshState.From(to));
        Assert.Equal(since, Notices(Applied(from), MeshState.From(to)));
        return since;
    }

    public static IReadOnlyList<string> Notices(MeshState before, MeshState after) =>
        [.. MeshTransition.Check(before, after).Select(n => $"{n.Kind}: {n}")];

    /// <summary>The state of a stack after an update.</summary>
    public static MeshState Applied(MeshDefinition definition) =>
        AppliedMesh.From(
            MeshState.Parse(MeshState.From(definition).ToJson()),
            [.. StackResource.Of(DefinitionPlanner.Plan(definition).Plan)]
        )!;

    public static MeshDefinition Definition(string intents, string settings = Clusters) =>
        SampleProject.Load(
            "meshstack:meshId: test\nmeshstack:trust: {generated: {}}\nmeshstack:gateways: {eastWest: {}, ingress: {}}\n" + settings,
            intents
        );
}
