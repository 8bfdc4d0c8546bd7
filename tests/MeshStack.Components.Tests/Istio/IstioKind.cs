using MeshStack.Manifests;

namespace MeshStack.Components.Tests.Istio;

/// <summary>A kind of the newest Istio that is known, and the schema of its spec in v1, or in the only version that it has.</summary>
internal sealed record IstioKind(string Group, string Version, string Kind, StructuralSchema Spec)
{
    public static IstioKind Named(string kind)
    {
        var found = IstioCrds.Newest.Kinds.Single(k => k.Kind == kind);
        var version = found.Versions.Count == 1 ? found.Versions[0] : found.Versions.Single(v => v.Name == "v1");
        return new(found.Group, version.Name, kind, found.StructuralSchemas[version.Schema].Properties["spec"]);
    }
}
