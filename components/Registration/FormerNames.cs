using Pulumi;

namespace MeshStack.Registration;

/// <summary>The names by which the state of a stack may know a resource: it is kept, and not made a second time.</summary>
internal static class FormerNames
{
    /// <summary>Adds them to the options of a resource that keeps its parent.</summary>
    public static void AddTo(ResourceOptions options, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            options.Aliases.Add(new Alias { Name = name });
        }
    }

    /// <summary>The options of a component that its caller renamed.</summary>
    public static ComponentResourceOptions? Of(ComponentResourceOptions? options, string? renamedFrom)
    {
        if (renamedFrom is null)
        {
            return options;
        }

        var renamed = new ComponentResourceOptions();
        AddTo(renamed, [renamedFrom]);
        return ComponentResourceOptions.Merge(options, renamed);
    }
}
