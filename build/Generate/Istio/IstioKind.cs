namespace MeshStack.Generate.Istio;

/// <summary>A kind of Istio.</summary>
/// <param name="Name">Its name in manifests.</param>
/// <param name="ApiVersion">The group and the version that objects are written in.</param>
/// <param name="Spec">The type of its spec.</param>
/// <param name="Since">The oldest known version of Istio that has it.</param>
internal sealed record IstioKind(string Name, string ApiVersion, string Spec, string Since)
{
    /// <summary>Whether an object without a spec says nothing.</summary>
    public bool IsSpecRequired => !IstioNames.MeantWithoutSpec.Contains(Name);
}
