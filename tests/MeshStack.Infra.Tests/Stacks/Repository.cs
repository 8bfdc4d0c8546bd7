namespace MeshStack.Infra.Tests.Stacks;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = ProjectFolder.Find(AppContext.BaseDirectory);

    /// <summary>A file of the reference folder beside the checkout, which is not there for everyone.</summary>
    public static string Shared(string path) => Path.Combine(Root, "..", "shared", path);
}
