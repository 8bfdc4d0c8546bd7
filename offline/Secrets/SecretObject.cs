using MeshStack.Manifests;

namespace MeshStack.Offline.Secrets;

/// <summary>Kubernetes Secrets, whose data is secret whatever the program says.</summary>
internal static class SecretObject
{
    /// <summary>The fields that hold the data.</summary>
    public static IReadOnlyList<string> Data { get; } = ["data", "stringData"];

    /// <summary>True for the type tokens of Secrets.</summary>
    public static bool Is(string type) => type is PulumiTypes.Secret or "kubernetes:core/v1:SecretPatch";
}
