namespace MeshStack.Definition;

/// <summary>The stacks of a project that are on another one's platform.</summary>
internal static class TeamStacks
{
    /// <summary>The names of the stacks that are on a platform, in order.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="platform">Name of the platform's stack.</param>
    public static IReadOnlyList<string> Of(string root, string platform) =>
        [.. DefinitionLoader.Stacks(root).Where(stack => stack != platform && PlatformOf(root, stack) == platform)];

    /// <summary>The platform that a stack is on; null where it has clusters of its own, or where that cannot be read.</summary>
    public static string? PlatformOf(string root, string stack)
    {
        var shown = $"Pulumi.{stack}.yaml";
        var path = Path.Combine(root, shown);

        if (!File.Exists(path))
        {
            return null;
        }

        var ignored = new ProblemList();
        return StackConfiguration.FromFile(path, shown, ignored).Find(StackKeys.Platform) is { IsSecret: false } entry
            ? new ObjectReader(entry.Value, ignored).Text("stack")
            : null;
    }
}
