namespace MeshStack.Definition.Tests.Keys;

/// <summary>The checkout that the tests run in.</summary>
internal static class Checkout
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The path of a file in it.</summary>
    public static string PathOf(string file) => Path.Combine(Root, file);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("no checkout above the tests");
        }

        return folder.FullName;
    }
}
