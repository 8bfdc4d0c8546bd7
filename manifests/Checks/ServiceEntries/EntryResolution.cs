namespace MeshStack.Manifests;

/// <summary>How a ServiceEntry's endpoints are found; NONE where it does not say.</summary>
internal static class EntryResolution
{
    public static string Of(Subject subject) => subject.Spec["resolution"].Text ?? "NONE";
}
