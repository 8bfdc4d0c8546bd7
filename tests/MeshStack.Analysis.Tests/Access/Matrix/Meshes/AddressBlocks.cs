using FsCheck;
using FsCheck.Fluent;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Addresses of ServiceEntries: blocks within each other, and one address of theirs.</summary>
internal static class AddressBlocks
{
    public const string Inside = "203.0.113.7";
    public const string InsideTheWider = "203.0.113.200";

    /// <summary>Mostly none.</summary>
    public static Gen<object?[]?> All { get; } =
        Gen.Elements<object?[]?>(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            ["203.0.113.0/24"],
            ["203.0.113.0/28", "198.51.100.0/24"],
            [Inside]
        );
}
