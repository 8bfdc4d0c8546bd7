namespace MeshStack.Infra.Tests.Stacks;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = ProjectFolder.Find(AppContext.BaseDirectory);
}
