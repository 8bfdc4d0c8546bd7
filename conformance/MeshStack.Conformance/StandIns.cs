using System.Reflection;
using System.Runtime.Loader;

namespace MeshStack.Conformance;

/// <summary>The built assemblies of sdk/, apart from the Pulumi packages that the product may be built on.</summary>
internal static class StandIns
{
    /// <summary>The folder that holds them.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "sdk");

    /// <summary>The names of the assemblies, which are those of the packages.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Pulumi", "Pulumi.Kubernetes", "Pulumi.Tls"];

    private static Context Loaded { get; } = new();

    public static Assembly Load(string name) => Loaded.LoadFromAssemblyName(new AssemblyName(name));

    private sealed class Context() : AssemblyLoadContext("sdk")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(Folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
