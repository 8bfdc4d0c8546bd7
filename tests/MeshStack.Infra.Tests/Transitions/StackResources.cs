using MeshStack.Definition.Planning;
using MeshStack.Preview.Transitions;

namespace MeshStack.Infra.Tests.Transitions;

/// <summary>What an update leaves in the state of a stack: outputs that are the inputs.</summary>
internal static class StackResources
{
    public static IReadOnlyList<StackResource> Of(Plan plan) =>
        [.. plan.Resources.Where(r => r.ReadId is null).Select(r => new StackResource(Urn(plan, r), Outputs(r)))];

    private static Dictionary<string, object?> Outputs(PlannedResource resource) =>
        resource.Inputs.ToDictionary(i => i.Key, i => Plain(i.Value), StringComparer.Ordinal);

    private static object? Plain(object value) =>
        value switch
        {
            TextValue text => text.ToString(),
            IReadOnlyDictionary<string, object> map => map.ToDictionary(m => m.Key, m => Plain(m.Value), StringComparer.Ordinal),
            _ => value,
        };

    private static string Urn(Plan plan, PlannedResource resource) =>
        $"urn:pulumi:test::meshstack::{Types(plan, resource)}::{resource.Key.Name}";

    private static string Types(Plan plan, PlannedResource resource) =>
        resource.Parent is { } parent ? $"{Types(plan, plan.Find(parent)!)}${resource.Key.Type}" : resource.Key.Type;
}
