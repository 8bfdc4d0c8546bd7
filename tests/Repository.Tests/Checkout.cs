namespace Repository.Tests;

/// <summary>The checkout that these tests were built in.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "MeshStack.sln"))
            ? folder
            : Find(
                System.IO.Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("these tests do not stand in a checkout")
            );
}
