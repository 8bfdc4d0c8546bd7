namespace MeshStack;

/// <summary>The versions of Istio that the components are written for.</summary>
public static class IstioVersion
{
    /// <summary>The pinned version: its charts are installed, its API is typed.</summary>
    public const string Default = "1.30.3";

    /// <summary>Versions whose control plane understands every object that is generated.</summary>
    public static IReadOnlyList<string> Supported { get; } = ["1.29.6", Default];
}
