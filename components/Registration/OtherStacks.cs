using System.Collections;
using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Registration;

/// <summary>What other stacks have published.</summary>
internal static class OtherStacks
{
    /// <summary>Reads a stack; what comes of it is known to the registrar afterwards.</summary>
    public static StackReference Read(PlannedResource planned, EngineValues values)
    {
        var name = planned.ReadId!;
        if (!name.Contains('/', StringComparison.Ordinal))
        {
            name = $"{Deployment.Instance.OrganizationName}/{Deployment.Instance.ProjectName}/{name}";
        }

        var reference = new StackReference(planned.Key.Name, new StackReferenceArgs { Name = name });
        foreach (var (output, value) in planned.Provides)
        {
            string[] path = output.Split('.');
            values.Provide(
                value,
                reference
                    .GetOutput(path[0])
                    .Apply(found =>
                        Below(found, path.AsSpan(1))
                        ?? throw new ResourceException(
                            $"the stack {name} has not published {output} yet: update it first",
                            reference,
                            hideStack: true
                        )
                    )
            );
        }

        return reference;
    }

    private static string? Below(object? value, ReadOnlySpan<string> path) =>
        path is [var key, .. var rest]
            ? Below(
                value switch
                {
                    IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault(key),
                    IDictionary map => map[key],
                    _ => null,
                },
                rest
            )
            : value as string;
}
