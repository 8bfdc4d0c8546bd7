using MeshStack.Definition.Intents;
using MeshStack.Definition.Planning;
using MeshStack.Infra.Tests.Topologies;
using MeshStack.Registration;
using Pulumi;
using Pulumi.Utilities;

namespace MeshStack.Infra.Tests.Registrations;

/// <summary>What an engine is handed before anything exists: unknown and secret are the leaves that the plan says, and nothing around
/// them.</summary>
/// <remarks>Mocks cannot tell: an unknown leaf takes the whole of a top-level input away from them.</remarks>
public sealed class EngineLeavesTests
{
    public static TheoryData<string> Meshes { get; } = [.. Variant.Meshes];

    [Theory]
    [MemberData(nameof(Meshes))]
    public async Task WhatComesLateIsUnknownAtItsOwnLeafAlone(string name)
    {
        var plan = DefinitionPlanner.Plan(Variant.Definition(name)).Plan;
        var values = new EngineValues(new Resources());
        foreach (var late in plan.Resources.SelectMany(resource => Texts(resource.Inputs)).SelectMany(Needs).Distinct())
        {
            values.Provide(late, OutputUtilities.CreateUnknown(""));
        }

        foreach (var resource in plan.Resources)
        {
            List<string> planned = [];
            List<string> handed = [];
            Plan("", resource.Inputs, planned);
            await Engine("", EngineTree.Value(resource.Inputs, values), handed);
            Assert.Equal(planned, handed);
        }
    }

    [Fact]
    public void SomeLeavesComeLateAndSomeAreSecret()
    {
        var texts = Variant
            .Meshes.SelectMany(name => DefinitionPlanner.Plan(Variant.Definition(name)).Plan.Resources)
            .SelectMany(resource => Texts(resource.Inputs))
            .ToList();
        Assert.Contains(texts, text => text is { IsKnown: false, IsSecret: false });
        Assert.Contains(texts, text => text is { IsKnown: false, IsSecret: true });
    }

    private static IEnumerable<LateValue> Needs(TextValue text) =>
        text.Check is { } check ? text.Needs.Concat(check.Texts.SelectMany(Needs)) : text.Needs;

    private static IEnumerable<TextValue> Texts(object value) =>
        value switch
        {
            TextValue text => [text],
            string => [],
            IEnumerable<KeyValuePair<string, object>> map => map.SelectMany(entry => Texts(entry.Value)),
            System.Collections.IEnumerable list => list.Cast<object>().SelectMany(Texts),
            _ => [],
        };

    private static void Plan(string path, object value, List<string> leaves)
    {
        switch (value)
        {
            case TextValue text:
                leaves.Add($"{path} {(Needs(text).Any() ? "unknown" : "known")}{(text.IsSecret ? " secret" : "")}");
                break;
            case string or bool or int or long or double:
                leaves.Add($"{path} known");
                break;
            case IEnumerable<KeyValuePair<string, object>> map:
                foreach (var (key, item) in map)
                {
                    Plan($"{path}.{key}", item, leaves);
                }

                break;
            default:
                foreach (var (index, item) in ((System.Collections.IEnumerable)value).Cast<object>().Index())
                {
                    Plan($"{path}[{index}]", item, leaves);
                }

                break;
        }
    }

    private static async Task Engine(string path, object value, List<string> leaves)
    {
        switch (value)
        {
            case Output<string> output:
                var known = await OutputUtilities.GetIsKnownAsync(output) ? "known" : "unknown";
                leaves.Add($"{path} {known}{(await Output.IsSecretAsync(output) ? " secret" : "")}");
                break;
            case string or bool or int or double:
                leaves.Add($"{path} known");
                break;
            case Dictionary<string, object> map:
                foreach (var (key, item) in map)
                {
                    await Engine($"{path}.{key}", item, leaves);
                }

                break;
            case List<object> list:
                foreach (var (index, item) in list.Index())
                {
                    await Engine($"{path}[{index}]", item, leaves);
                }

                break;
            default:
                throw new InvalidOperationException($"{path} is a {value.GetType()}, of which an engine hears as one.");
        }
    }
}
