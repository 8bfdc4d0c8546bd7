using MeshStack.ApiSurface;

namespace MeshStack.Conformance.PulumiApi;

/// <summary>The listings of the real packages' public surface in a folder of facts: pulumi-api/PACKAGE.api.txt.</summary>
internal static class PulumiListings
{
    public static bool Exist(string folder) => StandIns.Names.Any(name => File.Exists(PathOf(folder, name)));

    public static ApiListing Read(string folder, string name)
    {
        var path = PathOf(folder, name);
        return File.Exists(path)
            ? ApiListing.Read(path)
            : throw new ConformanceException($"{path} is missing: the surface of {name} cannot be compared");
    }

    private static string PathOf(string folder, string name) => Path.Combine(folder, "pulumi-api", name + ".api.txt");
}
